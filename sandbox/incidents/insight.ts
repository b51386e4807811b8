import type { ChangeEvent } from '../world/changeEvents';
import type { Incident } from '../world/entities';
import type { World } from '../world/world';

const day = 86_400_000;

const wordsOf = (title: string) => new Set(title.toLowerCase().match(/[a-z]{3,}/g) ?? []);

/** How much two titles have in common: from 0 to 100. */
function likeness(a: Incident, b: Incident): number {
	const [mine, theirs] = [wordsOf(a.title), wordsOf(b.title)];
	const shared = [...mine].filter((word) => theirs.has(word)).length;
	return Math.round((100 * shared) / Math.max(1, Math.max(mine.size, theirs.size)));
}

/** Earlier incidents of the same service in the six months before, most alike first. */
export function pastIncidents(world: World, incident: Incident) {
	const opened = Date.parse(incident.createdAt);
	return [...world.incidents.values()]
		.filter(({ id, serviceId, createdAt }) => {
			const age = opened - Date.parse(createdAt);
			return id !== incident.id && serviceId === incident.serviceId && age >= 0 && age < 182 * day;
		})
		.map((past) => ({ past, score: likeness(incident, past) }))
		.sort((a, b) => b.score - a.score || b.past.number - a.past.number);
}

/** Open incidents of other services, newest first, 20 at most. */
export const relatedIncidents = (world: World, incident: Incident): Incident[] =>
	[...world.incidents.values()]
		.filter(({ status, serviceId }) => status !== 'resolved' && serviceId !== incident.serviceId)
		.sort((a, b) => b.number - a.number)
		.slice(0, 20);

/** How often incidents with this title came. */
export function occurrenceOf(world: World, incident: Incident, since: number) {
	const until = world.clock.now().getTime();
	const ofService = [...world.incidents.values()].filter(
		({ serviceId, createdAt }) => serviceId === incident.serviceId && Date.parse(createdAt) >= since,
	);
	const count = ofService.filter(({ title }) => title === incident.title).length;
	const frequency = count / Math.max(1, ofService.length);
	const category = count <= 1 ? 'novel' : frequency < 0.1 ? 'rare' : 'frequent';
	return { count, frequency, category, since: new Date(since), until: new Date(until) };
}

/** Changes of the day before an incident, newest first, and why they are named. */
export function relatedChanges(world: World, incident: Incident) {
	const opened = Date.parse(incident.createdAt);
	return [...world.changeEvents.values()]
		.filter(({ timestamp }) => {
			const age = opened - Date.parse(timestamp);
			return age >= 0 && age <= day;
		})
		.sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))
		.map((change): { change: ChangeEvent; reason: string } => ({
			change,
			reason: change.serviceId === incident.serviceId ? 'most_recent' : 'related_service',
		}));
}
