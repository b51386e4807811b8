import type { Incident, LogEntry, Sandbox } from '../../../sandbox';

/** A limit of a report, in minutes, for incidents that it applies to. */
export interface Limit {
	readonly appliesTo: (incident: Incident) => boolean;
	readonly acknowledge: number;
	readonly resolve: number;
}

const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;

/** An incident with its log as far as it counts: up to two seconds after it was resolved for the last time. */
export interface Story {
	readonly incident: Incident;
	readonly log: readonly LogEntry[];
}

export function storyOf(sandbox: Sandbox, incident: Incident): Story {
	const { resolvedAt } = incident;
	const log = sandbox
		.log(incident.id)
		.filter(({ createdAt }) => resolvedAt === null || seconds(resolvedAt, createdAt) <= 2);
	return { incident, log: [...log].sort((a, b) => a.createdAt.localeCompare(b.createdAt)) };
}

export const firstAck = ({ incident, log }: Story): number | undefined => {
	const entry = log.find(({ kind }) => kind === 'acknowledge');
	return entry && seconds(incident.createdAt, entry.createdAt);
};

export const toResolve = ({ incident }: Story): number | undefined =>
	incident.resolvedAt === null ? undefined : seconds(incident.createdAt, incident.resolvedAt);

/** From each opening to the next resolution, with the first acknowledgement between. */
export function openings({ log }: Story): Array<{ start: string; acknowledged?: string; end?: string }> {
	const isOpening = ({ kind, changeset }: LogEntry) =>
		kind === 'trigger' || (kind === 'field_value_change' && changeset?.[0] === 'Incident reopened');
	return log.filter(isOpening).map(({ createdAt: start }, index, all) => {
		const before = all[index + 1]?.createdAt ?? '9999';
		const within = log.filter(({ createdAt: at }) => at >= start && at < before);
		const when = (kind: string) => within.find((entry) => entry.kind === kind)?.createdAt;
		return { start, acknowledged: when('acknowledge'), end: when('resolve') };
	});
}

interface ExpectedBreach {
	readonly id: string;
	readonly missed: string;
	readonly due: number;
	readonly late: number;
}

/** Every limit that was missed, by the first limit that applies. @param now in milliseconds since 1970 */
export const breachesOf = (story: Story, limits: readonly Limit[], now: number): ExpectedBreach[] => {
	const limit = limits.find(({ appliesTo }) => appliesTo(story.incident));
	if (!limit) return [];
	return openings(story).flatMap(({ start, acknowledged, end }) => {
		const missed = (what: string, minutes: number, done: string | undefined) => {
			const due = Date.parse(start) + minutes * 60_000;
			const at = done === undefined ? now : Date.parse(done);
			const isLate = minutes > 0 && at > due;
			return isLate
				? [{ id: story.incident.id, missed: what, due, late: Math.round((at - due) / 1000) }]
				: [];
		};
		return [
			...missed('acknowledge', limit.acknowledge, acknowledged ?? end),
			...missed('resolve', limit.resolve, end),
		];
	});
};

/** Notifications by phone, push and text message, but those that come within a minute of the last one that counted. */
export function interruptions({ log }: Story): Array<{ userId: string; at: number }> {
	const all = log.flatMap(({ notified, createdAt }) =>
		notified && notified.way !== 'email' ? [{ userId: notified.userId, at: Date.parse(createdAt) }] : [],
	);
	return [...new Set(all.map(({ userId }) => userId))].flatMap((userId) => {
		const kept: number[] = [];
		for (const { at } of all.filter((each) => each.userId === userId))
			if (kept.length === 0 || at >= Math.max(...kept) + 60_000) kept.push(at);
		return kept.map((at) => ({ userId, at }));
	});
}

/** What a clock in this zone shows: the day, `Mon` to `Sun`, and the time as `HH:MM`. */
export function clockOf(zone: string) {
	const format = new Intl.DateTimeFormat('en-CA', {
		timeZone: zone,
		...({ year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short' } as const),
		...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
	});
	return (at: number) => {
		const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
		return {
			day: `${parts.year}-${parts.month}-${parts.day}`,
			weekday: parts.weekday ?? '',
			time: `${parts.hour}:${parts.minute}`,
		};
	};
}

/** Which part of the day a moment is in, with office hours from 8 to 18 from Monday to Friday. */
export function partOfDay(zone: string, at: number): 'business' | 'off' | 'sleep' {
	const { weekday, time } = clockOf(zone)(at);
	if (!['Sat', 'Sun'].includes(weekday) && time >= '08:00' && time < '18:00') return 'business';
	return time >= '22:00' || time < '08:00' ? 'sleep' : 'off';
}

export const mean = (values: readonly number[]) =>
	values.length === 0 ? null : Math.round(values.reduce((a, b) => a + b, 0) / values.length);

/** The smallest value that at least so many per cent of all do not exceed. */
export const percentile = (values: readonly number[], percent: number) =>
	[...values].sort((a, b) => a - b).find((_, index) => (index + 1) * 100 >= percent * values.length) ?? null;

export const known = <Value>(values: ReadonlyArray<Value | undefined>): Value[] =>
	values.filter((value) => value !== undefined);
