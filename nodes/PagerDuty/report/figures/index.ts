import type { ResponseTime } from '../../fields/responseTimes';
import { byTitle, byUrgency, grouped, type Group, type TitleRow } from './groups';
import type { History, Named } from './history';
import { figuresOfIncident, type IncidentFigures, type TimeFrame } from './incident';
import { respondersIn, type ResponderRow } from './people';
import { breachRows, responseTimeRows, type BreachRow, type ResponseTimeRow } from './responseTimes';
import { Tally, type Totals } from './tally';

/** All figures of a report. Times are in ISO 8601, durations in seconds. */
export type Figures = {
	since: string;
	/** The first moment after the period. */
	until: string;
	time_zone: string;
	/** When they were read. */
	created_at: string;
} & Totals & {
		by_day: Array<{ day: string; incident_count: number }>;
		by_urgency: Array<Group<'urgency', string>>;
		by_priority: Array<Group<'priority', Named | null>>;
		by_service: Array<Group<'service', Named | null>>;
		by_team: Array<Group<'team', Named | null>>;
		noisiest_titles: TitleRow[];
		/** By the hour of the day that the clocks of the time zone show. */
		interruptions_by_hour: Array<{ hour: number; total_interruptions: number }>;
		responders: ResponderRow[];
		response_times: ResponseTimeRow[];
		breach_count: number;
		breaches: BreachRow[];
	};

/** The incidents of a report, and all that was read of them. */
export interface ReportData {
	readonly histories: readonly History[];
	/** The names of users, by their IDs. */
	readonly people: ReadonlyMap<string, string>;
	readonly responseTimes: readonly ResponseTime[];
}

/** The figures of each incident, in the order of their creation. */
export const figuresOfIncidents = ({ histories }: ReportData, timeFrame: TimeFrame): IncidentFigures[] =>
	histories
		.map((history) => figuresOfIncident(history, timeFrame))
		.sort((a, b) => a.history.createdAt - b.history.createdAt || a.history.number - b.history.number);

/** The figures over all incidents of a report. @param all what {@link figuresOfIncidents} gives */
export function figuresOf(
	all: readonly IncidentFigures[],
	{ people, responseTimes }: ReportData,
	timeFrame: TimeFrame,
): Figures {
	const { since, until, now, calendar } = timeFrame;
	const tally = new Tally();
	for (const figures of all) tally.add(figures);
	const breaches = breachRows(all, now);
	return {
		since: new Date(since).toISOString(),
		until: new Date(until).toISOString(),
		time_zone: calendar.zone,
		created_at: new Date(now).toISOString(),
		...tally.totals(),
		by_day: byDay(all, timeFrame),
		by_urgency: byUrgency(all),
		by_priority: grouped('priority', all, ({ history }) => [history.priority]),
		by_service: grouped('service', all, ({ history }) => [history.service]),
		by_team: grouped('team', all, ({ history }) => history.teams),
		noisiest_titles: byTitle(all),
		interruptions_by_hour: byHour(all, timeFrame),
		responders: respondersIn(all, people),
		response_times: responseTimeRows(responseTimes, all),
		breach_count: breaches.length,
		breaches,
	};
}

/** Every day of the period up to now, also those without incidents. */
function byDay(
	all: readonly IncidentFigures[],
	{ since, until, now, calendar }: TimeFrame,
): Figures['by_day'] {
	const counts = new Map(calendar.days(since, Math.min(until, now)).map((day) => [day, 0]));
	for (const { history } of all) {
		const { day } = calendar.at(history.createdAt);
		counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	return [...counts].map(([day, count]) => ({ day, incident_count: count }));
}

function byHour(all: readonly IncidentFigures[], { calendar }: TimeFrame): Figures['interruptions_by_hour'] {
	const counts = Array.from({ length: 24 }, (_, hour) => ({ hour, total_interruptions: 0 }));
	for (const { interruptions } of all)
		for (const { at } of interruptions) {
			const row = counts[Math.floor(calendar.at(at).minute / 60)];
			if (row) row.total_interruptions += 1;
		}
	return counts;
}
