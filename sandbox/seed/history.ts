import { addNote } from '../incidents/note';
import { applyChange } from '../incidents/change';
import { openIncident } from '../incidents/open';
import { automatic, throughWebsite, writeLog } from '../incidents/log';
import type { Incident, NotificationWay } from '../world/entities';
import { timestamp, type World } from '../world/world';
import { named } from './named';
import { olderStories } from './olderStories';
import { recentStories } from './recentStories';
import type { Story } from './story';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Forty incidents over thirty days, most of them long resolved. The newest are
 * still open, and several of the last days are on the same service.
 */
export function seedHistory(world: World): void {
	const now = world.clock.now().getTime();
	const chronological = [...recentStories, ...olderStories].sort((a, b) => b.hoursAgo - a.hoursAgo);
	for (const story of chronological) tell(world, story, now - story.hoursAgo * hour);
}

function tell(world: World, story: Story, start: number): void {
	const service = named(world.services, story.service);
	const at = (afterMinutes: number) => Math.min(start + afterMinutes * minute, world.clock.now().getTime());
	const priority = [...world.priorities.values()].find(({ name }) => name === story.priority);
	const incidentKey = world.ids.incidentKey();
	const incident = openIncident(world, {
		title: story.title,
		serviceId: service.id,
		agent: { type: 'service', id: service.id },
		urgency: story.urgency,
		priorityId: priority?.id,
		details: story.details,
		incidentKey,
		alert: { key: incidentKey, summary: story.title, severity: severityOf(story), details: detailsOf(story) },
		at: timestamp(new Date(start)),
	});
	const responder = incident.assignments[0]?.userId;
	if (responder === undefined) throw new Error(`Nobody is on call for ${story.service}`);
	const doer = (afterMinutes: number) => ({
		userId: responder,
		channel: throughWebsite,
		at: timestamp(new Date(at(afterMinutes))),
	});
	if (story.acknowledgedAfter !== undefined)
		notify(world, incident, responder, start, story.acknowledgedAfter);
	const change = (afterMinutes: number, status: Incident['status'], resolution?: string) =>
		applyChange(world, incident, { status, resolution }, doer(afterMinutes), () => {});
	if (story.acknowledgedAfter !== undefined) change(story.acknowledgedAfter, 'acknowledged');
	for (const [index, text] of (story.notes ?? []).entries()) {
		const after = (story.acknowledgedAfter ?? 2) + 4 * (index + 1);
		addNote(world, incident, doer(after), text);
	}
	if (story.resolvedAfter !== undefined) change(story.resolvedAfter, 'resolved', story.resolution);
}

/** Minutes after which whoever did not acknowledge gets a call. */
const callAfter = 2;

/** Tells the responder: loudly where it is urgent, else by email. */
function notify(world: World, incident: Incident, userId: string, start: number, acknowledgedAfter: number) {
	const write = (afterMinutes: number, way: NotificationWay) =>
		writeLog(
			world,
			incident,
			'notify',
			{ type: 'service', id: incident.serviceId },
			{
				notified: { userId, way },
				channel: automatic,
				at: timestamp(new Date(start + afterMinutes * minute)),
			},
		);
	if (incident.urgency === 'low') return void write(0, 'email');
	write(0, 'push');
	if (acknowledgedAfter > callAfter) write(callAfter, 'phone');
}

const severityOf = ({ priority, urgency }: Story) =>
	priority === 'P1' ? 'critical' : urgency === 'high' ? 'error' : 'warning';

const detailsOf = ({ details }: Story): Record<string, unknown> =>
	details === undefined ? {} : { observed: details };
