import { held } from '../views/reference';
import type { Incident, LogEntry } from '../world/entities';
import type { World } from '../world/world';

/** What PagerDuty computes of one incident, from what stands in its log. Seconds; undefined where it has not happened. */
export interface Figures {
	incident: Incident;
	acknowledgements: LogEntry[];
	toFirstAck: number | undefined;
	toResolve: number | undefined;
	engaged: number;
	assignedIds: string[];
	engagedIds: string[];
	resolvedBy: string | undefined;
	escalations: number;
	reassignments: number;
	/** When people were disturbed, by the hours of UTC. */
	interruptions: { business: number; off: number; sleep: number };
	major: boolean;
}

const users = (entries: LogEntry[]) => [
	...new Set(entries.flatMap(({ agent }) => (agent.type === 'user' ? [agent.id] : []))),
];

export function figuresOf(world: World, incident: Incident): Figures {
	const log = world.logEntries.get(incident.id) ?? [];
	const ofKind = (kind: LogEntry['kind']) => log.filter((entry) => entry.kind === kind);
	const since = (at: string | null | undefined) =>
		at === null || at === undefined
			? undefined
			: Math.max(0, (Date.parse(at) - Date.parse(incident.createdAt)) / 1000);
	const acknowledgements = ofKind('acknowledge');
	const [toFirstAck, toResolve] = [since(acknowledgements[0]?.createdAt), since(incident.resolvedAt)];
	const assignedIds = [
		...new Set([
			...incident.assignments.map(({ userId }) => userId),
			...log.flatMap(({ assigneeIds = [] }) => assigneeIds),
			...users(acknowledgements),
		]),
	];
	const count = incident.urgency === 'high' ? Math.max(1, assignedIds.length) : 0;
	const hour = new Date(incident.createdAt).getUTCHours();
	const isWeekend = [0, 6].includes(new Date(incident.createdAt).getUTCDay());
	const when = hour < 8 || hour >= 22 ? 'sleep' : hour >= 18 || isWeekend ? 'off' : 'business';
	const priority = incident.priorityId === null ? '' : held(world.priorities, incident.priorityId).name;
	return {
		incident,
		acknowledgements,
		toFirstAck,
		toResolve,
		engaged: toFirstAck === undefined || toResolve === undefined ? 0 : Math.max(0, toResolve - toFirstAck),
		assignedIds,
		engagedIds: users(acknowledgements),
		resolvedBy: users(ofKind('resolve'))[0],
		escalations: ofKind('escalate').length,
		reassignments: ofKind('assign').length,
		interruptions: { business: 0, off: 0, sleep: 0, [when]: count },
		major: priority === 'P1' || priority === 'P2',
	};
}

/** The mean, as a whole number; 0 of nothing. */
export const mean = (values: number[]) =>
	values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

export const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** What so many per cent of the values do not exceed. */
export function percentile(values: number[], percent: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
