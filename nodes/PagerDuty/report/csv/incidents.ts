import type { Calendar } from '../figures/calendar';
import type { IncidentFigures } from '../figures/incident';
import { sumOf } from '../figures/interruptions';
import type { LimitState } from '../figures/response';
import { csvOf } from './table';

/** What the columns are taken from. */
interface Source {
	readonly figures: IncidentFigures;
	readonly time: (moment: number | undefined) => string | undefined;
	readonly name: (userId: string) => string;
}

const states: Readonly<Record<LimitState, string>> = { met: 'yes', missed: 'no', pending: 'pending' };
const kept = (state: LimitState | undefined) => state && states[state];

/** The columns, by the names that PagerDuty has for such figures where it has one. */
const columns: Readonly<Record<string, (source: Source) => string | number | undefined>> = {
	incident_number: ({ figures: { history } }) => history.number,
	id: ({ figures: { history } }) => history.id,
	title: ({ figures: { history } }) => history.title,
	status: ({ figures: { history } }) => history.status,
	urgency: ({ figures: { history } }) => history.urgency,
	priority: ({ figures: { history } }) => history.priority?.summary,
	service: ({ figures: { history } }) => history.service?.summary,
	teams: ({ figures: { history } }) => history.teams.map(({ summary }) => summary).join('; '),
	created_at: ({ figures: { history }, time }) => time(history.createdAt),
	acknowledged_at: ({ figures, time }) => time(figures.acknowledgedAt),
	resolved_at: ({ figures: { history }, time }) => time(history.resolvedAt),
	seconds_to_first_ack: ({ figures }) => figures.secondsToFirstAck,
	seconds_to_resolve: ({ figures }) => figures.secondsToResolve,
	acknowledged_in_time: ({ figures: { response } }) => kept(response.acknowledge),
	resolved_in_time: ({ figures: { response } }) => kept(response.resolve),
	acknowledged_by: ({ figures, name }) => [...figures.acknowledgedBy.keys()].map(name).join('; '),
	resolved_by: ({ figures: { resolvedBy }, name }) => resolvedBy && name(resolvedBy),
	escalation_count: ({ figures }) => figures.manualEscalations + figures.timeoutEscalations,
	reassignment_count: ({ figures }) => figures.reassignments,
	reopened_count: ({ figures }) => figures.reopenings,
	notification_count: ({ figures: { history } }) => history.notifications,
	total_interruptions: ({ figures }) => sumOf(figures.interrupted),
	business_hour_interruptions: ({ figures }) => figures.interrupted.business,
	off_hour_interruptions: ({ figures }) => figures.interrupted.off,
	sleep_hour_interruptions: ({ figures }) => figures.interrupted.sleep,
	html_url: ({ figures: { history } }) => history.url,
};

/**
 * The incidents of a report, one row each. Times are those of the report's time zone, without its name: spreadsheets take
 * them for times.
 *
 * @param people the names of users, by their IDs
 */
export function incidentsCsv(
	all: readonly IncidentFigures[],
	people: ReadonlyMap<string, string>,
	calendar: Calendar,
): string {
	const time = (moment: number | undefined) => (moment === undefined ? undefined : calendar.textOf(moment));
	const name = (userId: string) => people.get(userId) ?? userId;
	const rows = all.map((figures) => Object.values(columns).map((of) => of({ figures, time, name })));
	return csvOf([Object.keys(columns), ...rows]);
}
