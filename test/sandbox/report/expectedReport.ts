import type { Sandbox } from '../../../sandbox';
import {
	breachesOf,
	clockOf,
	firstAck,
	interruptions,
	known,
	mean,
	openings,
	partOfDay,
	percentile,
	storyOf,
	toResolve,
	type Limit,
	type Story,
} from './expected';

const count = <Value>(values: readonly Value[], is: (value: Value) => boolean) => values.filter(is).length;

/** Totals of some incidents, as the report names them. */
function totalsOf(stories: readonly Story[], zone: string) {
	const [acks, resolves] = [known(stories.map(firstAck)), known(stories.map(toResolve))];
	const entries = stories.flatMap(({ incident, log }) => log.map((entry) => ({ ...entry, incident })));
	const escalations = entries.filter(({ kind }) => kind === 'escalate');
	const handOvers = entries.filter(
		({ kind, createdAt, incident }) =>
			['assign', 'delegate'].includes(kind) && Date.parse(createdAt) - Date.parse(incident.createdAt) > 2000,
	);
	const parts = stories.flatMap(interruptions).map(({ at }) => partOfDay(zone, at));
	const inPart = (part: string) => count(parts, (each) => each === part);
	return {
		incident_count: stories.length,
		acknowledged_count: acks.length,
		resolved_count: resolves.length,
		reopened_count: count(stories, (story) => openings(story).length > 1),
		mean_seconds_to_first_ack: mean(acks),
		p50_seconds_to_first_ack: percentile(acks, 50),
		p90_seconds_to_first_ack: percentile(acks, 90),
		mean_seconds_to_resolve: mean(resolves),
		p50_seconds_to_resolve: percentile(resolves, 50),
		p90_seconds_to_resolve: percentile(resolves, 90),
		manual_escalation_count: count(escalations, ({ agent }) => agent.type === 'user'),
		timeout_escalation_count: count(escalations, ({ agent }) => agent.type === 'service'),
		reassignment_count: handOvers.length,
		reassigned_incident_count: new Set(handOvers.map(({ incident }) => incident.id)).size,
		notification_count: count(entries, ({ kind }) => kind === 'notify'),
		total_interruptions: parts.length,
		business_hour_interruptions: inPart('business'),
		off_hour_interruptions: inPart('off'),
		sleep_hour_interruptions: inPart('sleep'),
	};
}

/** What of the totals groups have. */
function groupTotalsOf(stories: readonly Story[], zone: string) {
	const { incident_count, total_interruptions, ...totals } = totalsOf(stories, zone);
	const isTime = ([name]: [string, unknown]) => /^(?:mean|p50|p90)_/.test(name);
	const times = Object.fromEntries(Object.entries(totals).filter(isTime));
	return { incident_count, total_interruptions, ...times };
}

/** What one user had to do. */
function loadOf(userId: string, stories: readonly Story[], zone: string) {
	const parts = stories
		.flatMap(interruptions)
		.filter((each) => each.userId === userId)
		.map(({ at }) => partOfDay(zone, at));
	const firstAckBy = ({ log }: Story) =>
		log.find(({ kind, agent }) => kind === 'acknowledge' && agent.id === userId);
	const isResolver = ({ incident, log }: Story) =>
		incident.status === 'resolved' && log.findLast(({ kind }) => kind === 'resolve')?.agent.id === userId;
	const isInvolved = (story: Story) =>
		firstAckBy(story) !== undefined ||
		isResolver(story) ||
		interruptions(story).some((each) => each.userId === userId);
	const engaged = known(
		stories.map((story) => {
			const [from, to] = [firstAckBy(story)?.createdAt, story.incident.resolvedAt];
			return from === undefined || to === null ? undefined : (Date.parse(to) - Date.parse(from)) / 1000;
		}),
	);
	return {
		incident_count: count(stories, isInvolved),
		acknowledged_count: count(stories, (story) => firstAckBy(story) !== undefined),
		resolved_count: count(stories, isResolver),
		total_engaged_seconds: engaged.reduce((a, b) => a + b, 0),
		total_interruptions: parts.length,
		business_hour_interruptions: count(parts, (part) => part === 'business'),
		off_hour_interruptions: count(parts, (part) => part === 'off'),
		sleep_hour_interruptions: count(parts, (part) => part === 'sleep'),
	};
}

/** A report as it must be, reckoned from the sandbox's own state; times in milliseconds since 1970. */
export function expectedReport(
	sandbox: Sandbox,
	{ since, until, zone, limits, now }: ExpectedSettings,
): Record<string, unknown> {
	const isInPeriod = (at: number) => at >= since && at < until;
	const stories = sandbox
		.incidents()
		.filter(({ createdAt }) => isInPeriod(Date.parse(createdAt)))
		.map((incident) => storyOf(sandbox, incident));
	const clock = clockOf(zone);
	const hours = stories.flatMap(interruptions).map(({ at }) => Number(clock(at).time.slice(0, 2)));
	const days = stories.map(({ incident }) => clock(Date.parse(incident.createdAt)).day);
	const byId = <Group>(
		ids: string[],
		of: (story: Story, id: string) => boolean,
		as: (own: Story[]) => Group,
	) => Object.fromEntries(ids.map((id) => [id, as(stories.filter((story) => of(story, id)))]));
	const isOfService = ({ incident }: Story, id: string) => incident.serviceId === id;
	return {
		...totalsOf(stories, zone),
		days: Object.fromEntries([...new Set(days)].map((day) => [day, count(days, (each) => each === day)])),
		hours: Array.from({ length: 24 }, (_, hour) => count(hours, (each) => each === hour)),
		services: byId([...new Set(stories.map(({ incident }) => incident.serviceId))], isOfService, (own) =>
			groupTotalsOf(own, zone),
		),
		responders: Object.fromEntries(
			sandbox
				.users()
				.map(({ id }) => [id, loadOf(id, stories, zone)] as const)
				.filter(([, { incident_count: incidents }]) => incidents > 0),
		),
		breaches: stories
			.flatMap((story) => breachesOf(story, limits, now))
			.map(({ id, missed, due, late }) => `${due} ${id} ${missed} ${late}`)
			.sort(),
	};
}

interface ExpectedSettings {
	readonly since: number;
	readonly until: number;
	readonly zone: string;
	readonly limits: readonly Limit[];
	readonly now: number;
}
