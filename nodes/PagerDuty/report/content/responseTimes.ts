import type { Block, Cell } from '../document';
import type { Figures } from '../figures';
import type { Calendar } from '../figures/calendar';
import type { BreachRow, LimitRow, ResponseTimeRow } from '../figures/responseTimes';
import { durationText } from '../../incidentLog/times';
import { countText, numberText, percentText } from './words';

/** How the response times were met, and each that was missed. Nothing where none were set. */
export function responseTimeBlocks(figures: Figures, calendar: Calendar): Block[] {
	const { response_times: rows, breach_count: count, breaches } = figures;
	if (rows.length === 0) return [];
	return [
		{ kind: 'heading', text: 'Response Times' },
		{
			kind: 'table',
			title: 'Response Times Met',
			columns: [
				{ label: 'Incidents' },
				{ label: 'Limit' },
				{ label: 'Met', align: 'right' },
				{ label: 'Missed', align: 'right' },
				{ label: 'Pending', align: 'right' },
				{ label: 'Met in %', align: 'right' },
			],
			rows: rows.flatMap(limitRows),
		},
		...(count === 0
			? [{ kind: 'paragraph' as const, text: 'No response time was missed.' }]
			: [breachTable(breaches, count, calendar)]),
	];
}

const limitRows = ({ applies_to: name, acknowledge, resolve }: ResponseTimeRow): Cell[][] => [
	...limitRow(name, 'acknowledge', acknowledge),
	...limitRow(name, 'resolve', resolve),
];

const limitRow = (name: string, what: string, limit: LimitRow | null): Cell[][] =>
	limit === null
		? []
		: [
				[
					name,
					`${what} within ${durationText(limit.limit_minutes * 60)}`,
					numberText(limit.met_count),
					numberText(limit.missed_count),
					numberText(limit.pending_count),
					percentText(limit.met_percent),
				].map((text) => ({ text })),
			];

function breachTable(breaches: readonly BreachRow[], count: number, calendar: Calendar): Block {
	const rest = count - breaches.length;
	const shown = rest > 0 ? `, the first ${numberText(breaches.length)}` : '';
	return {
		kind: 'table',
		title: `${countText(count, 'Missed Response Time')}${shown}`,
		columns: [
			{ label: 'Incident' },
			{ label: 'Service' },
			{ label: 'Missed' },
			{ label: 'Due' },
			{ label: 'Late by', align: 'right' },
		],
		rows: breaches.map(({ incident, service, missed, due_at, done_at, seconds_late: late }) => [
			{ text: `#${incident.incident_number} ${incident.title}`, url: incident.html_url },
			{ text: service ?? '–' },
			{ text: missed },
			{ text: calendar.textOf(Date.parse(due_at)).slice(0, -3) },
			{ text: `${durationText(late)}${done_at === null ? ' (not done)' : ''}` },
		]),
	};
}
