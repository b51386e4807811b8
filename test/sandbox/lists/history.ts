import type { Incident, Sandbox } from '../../../sandbox';
import type { Desk } from '../../support/operations/desk';

/** More requests in a minute than PagerDuty allows: waiting is not what these tests are about. */
export const noRateLimit = { rateLimit: { requests: 1_000_000, perMs: 60_000, headers: true } };

const months = 14 * 30 * 86_400_000;

/**
 * Incidents over 14 months, each with one log entry. Twice 3,000 of them begin in the same second: where PagerDuty's
 * ceiling of 10,000 rows falls, counted from the oldest and from the newest.
 */
export function addHistory(sandbox: Sandbox, count: number): void {
	const begin = Math.floor(Date.now() / 1000) * 1000 - months;
	const tied = [10_000, count - 10_000];
	const place = (index: number) => tied.find((at) => Math.abs(index - at) <= 1_500) ?? index;
	const at = (index: number, of = count) =>
		new Date(begin + Math.floor((place(index) / of) * (months / 1000)) * 1000).toISOString();
	sandbox.addIncidents(count, (index) => ({
		createdAt: at(index),
		status: index % 3 === 0 ? 'triggered' : 'resolved',
		urgency: index % 5 === 0 ? 'high' : 'low',
		resolvedAt: index % 3 === 0 ? null : at((index * 7919) % count),
	}));
}

/** The orders of the form, as what must never become less from one incident to the next. */
export const orders: Record<string, (incident: Incident) => number> = {
	'created_at:asc': ({ createdAt }) => Date.parse(createdAt),
	'created_at:desc': ({ createdAt }) => -Date.parse(createdAt),
	'incident_number:asc': ({ number }) => number,
	'incident_number:desc': ({ number }) => -number,
	'resolved_at:asc': ({ resolvedAt }) => (resolvedAt === null ? Infinity : Date.parse(resolvedAt)),
	'resolved_at:desc': ({ resolvedAt }) => (resolvedAt === null ? -Infinity : -Date.parse(resolvedAt)),
	'urgency:asc': ({ urgency }) => (urgency === 'high' ? 0 : 1),
	'urgency:desc': ({ urgency }) => (urgency === 'high' ? 1 : 0),
};

/** The IDs of all incidents of the sandbox in an order; those alike in it by their number. */
export function idsInOrder({ sandbox }: Desk, order: string): string[] {
	const value = orders[order] ?? (() => 0);
	return [...sandbox.incidents()]
		.map((incident) => ({ incident, value: value(incident) }))
		.sort((a, b) => (a.value === b.value ? a.incident.number - b.incident.number : a.value - b.value))
		.map(({ incident }) => incident.id);
}

export const idsOf = (rows: ReadonlyArray<{ id?: unknown }>) => rows.map(({ id }) => id);
