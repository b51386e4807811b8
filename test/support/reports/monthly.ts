import type { Bar, Block, Cell, ReportDocument } from '../../../nodes/PagerDuty/report/document';
import { breaches } from './breaches';

const bar = (label: string, value: number, shown = String(value)): Bar => ({ label, value, shown });

const perDay = [
	...[12, 9, 4, 3, 15, 18, 22, 11, 13, 6, 2, 10, 12, 19, 41, 17, 9, 5, 4, 11, 8, 13, 12, 10, 3, 2, 9, 14, 16],
	...[12, 7],
];
const perHour = [3, 2, 5, 14, 4, 2, 3, 6, 12, 21, 25, 19, 16, 18, 24, 22, 19, 17, 13, 9, 7, 6, 5, 4];

const text = (...cells: string[]): Cell[] => cells.map((each) => ({ text: each }));

const people: Block = {
	kind: 'table',
	title: 'Responders',
	columns: [
		{ label: 'Responder' },
		{ label: 'Team' },
		{ label: 'Interruptions', align: 'right' },
		{ label: 'Out of hours', align: 'right' },
		{ label: 'Time on call', align: 'right' },
	],
	rows: [
		text('Anna Müller', 'Platform', '58', '21', '168 h'),
		text('Łukasz Wiśniewski', 'Platform', '44', '9', '168 h'),
		text('Дмитрий Щербаков', 'Payments', '39', '17', '120 h'),
		text('Ελένη Παπαδοπούλου', 'Payments', '31', '12', '96 h'),
		text('José Núñez', 'Storefront', '22', '3', '144 h'),
		text('山田太郎', 'Storefront', '8', '8', '48 h'),
	],
};

const figures: Block = {
	kind: 'facts',
	facts: [
		{ label: 'Incidents', value: '349', note: '12 % fewer than in September' },
		{ label: 'High urgency', value: '148', note: '42 % of all incidents' },
		{ label: 'Time to acknowledge', value: '4 min 12 s', note: '90 % within 12 min' },
		{ label: 'Time to resolve', value: '1 h 7 min', note: '90 % within 4 h 30 min' },
		{ label: 'Response times met', value: '96.3 %', note: '13 breaches' },
		{ label: 'Escalations', value: '27' },
		{ label: 'Interruptions', value: '202', note: '70 out of hours' },
		{ label: 'Reassignments', value: '14' },
	],
};

const charts: Block[] = [
	{ kind: 'columns', title: 'Incidents by day', bars: perDay.map((count, at) => bar(`${at + 1}`, count)) },
	{
		kind: 'columns',
		title: 'Interruptions by hour',
		bars: perHour.map((count, at) => bar(`${String(at).padStart(2, '0')}:00`, count)),
	},
	{
		kind: 'bars',
		title: 'Incidents by service',
		bars: [
			bar('Checkout API', 97, '97 (28 %)'),
			bar('Payments gateway (Europe)', 64, '64 (18 %)'),
			bar('Search', 58, '58 (17 %)'),
			bar(
				'Warehouse synchronization with the legacy inventory system of the northern region',
				31,
				'31 (9 %)',
			),
			bar('Mail', 12, '12 (3 %)'),
			bar('Status page', 0, '0'),
		],
	},
];

/** What an agency would send to a client at the end of a month: four pages or so of A4. */
export const monthlyReport: ReportDocument = {
	title: 'Incident report for Acme Retail',
	subtitle: 'Acme · 1 to 31 October 2026 (Europe/Berlin)',
	logoUrl: 'https://example.com/logo.png',
	blocks: [
		figures,
		{ kind: 'heading', text: 'Overview' },
		{
			kind: 'paragraph',
			text:
				'Incidents that were created from 1 to 31 October 2026, with all that happened to them until ' +
				'the report was made. Times to acknowledge and to resolve are means over incidents that were ' +
				'acknowledged or resolved; the others are not part of them.',
		},
		...charts,
		{ kind: 'heading', text: 'People' },
		people,
		{ kind: 'heading', text: 'Response times' },
		{ kind: 'paragraph', text: 'High urgency: acknowledged within 15 min.\nLow urgency: within 4 h.' },
		breaches(46),
	],
	footer:
		'Made on 1 November 2026 at 06:00 (Europe/Berlin) from 349 incidents and 2,914 log entries of PagerDuty.',
};
