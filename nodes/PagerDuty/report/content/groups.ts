import type { Block } from '../document';
import type { Figures } from '../figures';
import type { GroupTotals } from '../figures/groups';
import { countText, numberText, secondsText } from './words';

/** Bars that people look at; the table below has all. */
const mostBars = 10;

const columns = [
	{ label: 'Incidents', align: 'right' },
	{ label: 'Ack. (median)', align: 'right' },
	{ label: 'Resolve (median)', align: 'right' },
	{ label: 'Interruptions', align: 'right' },
] as const;

/** Groups of incidents with their most important figures. */
function groupTable(
	title: string,
	label: string,
	rows: ReadonlyArray<{ name: string; totals: GroupTotals }>,
): Block {
	return {
		kind: 'table',
		title,
		columns: [{ label }, ...columns],
		rows: rows.map(({ name, totals }) => [
			{ text: name },
			{ text: numberText(totals.incident_count) },
			{ text: secondsText(totals.p50_seconds_to_first_ack) },
			{ text: secondsText(totals.p50_seconds_to_resolve) },
			{ text: numberText(totals.total_interruptions) },
		]),
	};
}

const nameOf = (value: { readonly summary: string } | null, missing: string) => value?.summary ?? missing;
const urgencies: Readonly<Record<string, string>> = { high: 'High', low: 'Low' };

/** Incidents by urgency and by priority. */
export const byImportance = ({ by_urgency, by_priority }: Figures): Block[] => [
	groupTable(
		'By Urgency',
		'Urgency',
		by_urgency.map((totals) => ({ name: urgencies[totals.urgency] ?? totals.urgency, totals })),
	),
	groupTable(
		'By Priority',
		'Priority',
		by_priority.map((totals) => ({ name: nameOf(totals.priority, 'No priority'), totals })),
	),
];

/** Incidents by service and by team, and the titles that come again and again. */
export const noise = ({ by_service, by_team, noisiest_titles }: Figures): Block[] => [
	{ kind: 'heading', text: 'Services and Teams' },
	{
		kind: 'bars',
		title: 'Noisiest Services',
		bars: by_service.slice(0, mostBars).map(({ service, incident_count: value }) => ({
			label: nameOf(service, 'No service'),
			value,
			shown: countText(value, 'incident'),
		})),
	},
	groupTable(
		'By Service',
		'Service',
		by_service.map((totals) => ({ name: nameOf(totals.service, 'No service'), totals })),
	),
	groupTable(
		'By Team',
		'Team',
		by_team.map((totals) => ({ name: nameOf(totals.team, 'No team'), totals })),
	),
	...titleBars(noisiest_titles),
];

/** Titles that came more than once; nothing where none did. */
function titleBars(titles: Figures['noisiest_titles']): Block[] {
	const again = titles.filter(({ incident_count: count }) => count > 1).slice(0, mostBars);
	const bars = again.map(({ title, incident_count: value }) => ({
		label: title,
		value,
		shown: countText(value, 'incident'),
	}));
	return bars.length === 0 ? [] : [{ kind: 'bars', title: 'Noisiest Titles', bars }];
}
