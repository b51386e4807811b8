import type { Block, ReportDocument } from '../document';
import type { Figures } from '../figures';
import type { Calendar } from '../figures/calendar';
import { dayBars } from './days';
import { byImportance, noise } from './groups';
import { overview } from './overview';
import { people } from './people';
import { responseTimeBlocks } from './responseTimes';
import { daysText } from './words';

/** What a report says of itself besides its figures. */
export interface Heading {
	readonly title: string;
	/** An https address. */
	readonly logoUrl?: string;
	/** Which incidents it is about, where not all of them: `Only incidents of …`. */
	readonly selection?: string;
}

/** A report over incidents as people read it. */
export function documentOf(figures: Figures, calendar: Calendar, heading: Heading): ReportDocument {
	const { title, logoUrl, selection } = heading;
	const made = calendar.textOf(Date.parse(figures.created_at)).slice(0, -3);
	return {
		title,
		logoUrl,
		subtitle: `${periodText(figures, calendar)} (${calendar.zone})`,
		blocks: [
			...(selection === undefined ? [] : [{ kind: 'paragraph' as const, text: selection }]),
			...overview(figures),
			...details(figures, calendar),
		],
		footer: `Made on ${made} (${calendar.zone}) from the incidents and log entries in PagerDuty.`,
	};
}

function details(figures: Figures, calendar: Calendar): Block[] {
	if (figures.incident_count === 0)
		return [{ kind: 'paragraph', text: 'There were no incidents in this period.' }];
	return [
		{ kind: 'heading', text: 'Incidents' },
		{ kind: 'columns', ...dayBars(figures.by_day) },
		...byImportance(figures),
		...responseTimeBlocks(figures, calendar),
		...noise(figures),
		...people(figures),
		{ kind: 'heading', text: 'How It Is Counted' },
		...definitions.map((text) => ({ kind: 'paragraph' as const, text })),
	];
}

const definitions = [
	'Incidents count on the day on which they were created, whatever became of them later. Times to acknowledge and to resolve begin then. An incident that was reopened is resolved when it was resolved for the last time; its response times start over each time it is opened.',
	'An interruption is a notification by phone, text message or push, but not by email. Several for one person about one incident within a minute are one interruption. Office hours are as set for this report; night is from 22:00 to 8:00 outside of them.',
	'An incident of several teams counts for each of them. Urgency, priority, service and team are those that incidents have now.',
];

/** In whole days where the period begins and ends at midnight, else with the times of day. */
function periodText({ since, until }: Figures, calendar: Calendar): string {
	const [from, to] = [Date.parse(since), Date.parse(until)];
	const isMidnight = (moment: number) => calendar.textOf(moment).endsWith('00:00:00');
	if (isMidnight(from) && isMidnight(to)) return daysText(calendar.at(from).day, calendar.at(to - 1).day);
	return `${calendar.textOf(from).slice(0, -3)} to ${calendar.textOf(to).slice(0, -3)}`;
}
