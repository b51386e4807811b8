import type { ResponseTime } from '../../fields/responseTimes';
import type { IncidentFigures } from './incident';
import type { Breach, LimitState } from './response';

/** How many incidents kept a limit. */
export type LimitRow = {
	limit_minutes: number;
	met_count: number;
	missed_count: number;
	/** Open, and not late yet. */
	pending_count: number;
	/** Of those that are certain; null where none is. */
	met_percent: number | null;
};

/** How the incidents did to which a response time applies. Null is a limit that it does not set. */
export type ResponseTimeRow = {
	/** `High urgency`, `Priority P1, P2`, `All incidents` */
	applies_to: string;
	incident_count: number;
	acknowledge: LimitRow | null;
	resolve: LimitRow | null;
};

/** A limit that was missed. Times are in ISO 8601. */
export type BreachRow = {
	incident: { id: string; incident_number: number; title: string; html_url: string; urgency: string };
	service: string | null;
	priority: string | null;
	missed: 'acknowledge' | 'resolve';
	limit_minutes: number;
	started_at: string;
	due_at: string;
	/** Null while it is not done. */
	done_at: string | null;
	/** By how much it was late; of what is not done, up to now. */
	seconds_late: number;
};

/** One row for each of the response times, in their order. */
export const responseTimeRows = (
	rules: readonly ResponseTime[],
	all: readonly IncidentFigures[],
): ResponseTimeRow[] =>
	rules.map((rule) => {
		const own = all.filter(({ history }) => history.responseTime === rule);
		const states = (what: Breach['missed']) => own.map(({ response }) => response[what]);
		return {
			applies_to: nameOf(rule, own),
			incident_count: own.length,
			acknowledge: limitRow(rule.acknowledgeWithin, states('acknowledge')),
			resolve: limitRow(rule.resolveWithin, states('resolve')),
		};
	});

function limitRow(minutes: number, states: ReadonlyArray<LimitState | undefined>): LimitRow | null {
	if (minutes === 0) return null;
	const count = (wanted: LimitState) => states.filter((state) => state === wanted).length;
	const [met, missed] = [count('met'), count('missed')];
	return {
		limit_minutes: minutes,
		met_count: met,
		missed_count: missed,
		pending_count: count('pending'),
		met_percent: metPercent(met, missed),
	};
}

/** How many per cent were met of those that are certain, with one decimal; null where none is. */
export const metPercent = (met: number, missed: number): number | null =>
	met + missed === 0 ? null : Math.round((met / (met + missed)) * 1000) / 10;

/** By the names of priorities as far as incidents have them; the form may know IDs only. */
function nameOf({ appliesTo, urgency, priorityIds }: ResponseTime, own: readonly IncidentFigures[]): string {
	if (appliesTo === 'all') return 'All incidents';
	if (appliesTo === 'urgency') return urgency === 'high' ? 'High urgency' : 'Low urgency';
	const known = new Map(own.map(({ history: { priority } }) => [priority?.id, priority?.summary]));
	return `Priority ${priorityIds.map((id) => known.get(id) ?? id).join(', ')}`;
}

const iso = (moment: number) => new Date(moment).toISOString().replace('.000Z', 'Z');

/** Each limit that was missed, the first one that was due first. */
export const breachRows = (all: readonly IncidentFigures[], now: number): BreachRow[] =>
	all
		.flatMap(({ response }) => response.breaches)
		.sort((a, b) => a.dueAt - b.dueAt || a.history.number - b.history.number)
		.map(({ history, missed, limitMinutes, startedAt, dueAt, doneAt }) => ({
			incident: {
				id: history.id,
				incident_number: history.number,
				title: history.title,
				html_url: history.url,
				urgency: history.urgency,
			},
			service: history.service?.summary ?? null,
			priority: history.priority?.summary ?? null,
			missed,
			limit_minutes: limitMinutes,
			started_at: iso(startedAt),
			due_at: iso(dueAt),
			done_at: doneAt === undefined ? null : iso(doneAt),
			seconds_late: Math.round(((doneAt ?? now) - dueAt) / 1000),
		}));
