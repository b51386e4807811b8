import { nameOf, partOf, rowsOf, textOf, type ToolRow } from '../rows';
import type { Skill } from '../skill';

/** A change that came at most so long before the incident is suspected more than an older one, in milliseconds. */
const soon = 3_600_000;

/** The newest change before the incident; those of its service come first. */
function suspectIn(context: ToolRow): ToolRow | undefined {
	const opened = textOf(partOf(context, 'incident'), 'created_at');
	return [...rowsOf(context, 'service_changes'), ...rowsOf(context, 'related_changes')].find(
		(change) => Date.parse(textOf(change, 'timestamp')) <= Date.parse(opened),
	);
}

/** The similar incident of which whoever resolved it says what helped. */
const lessonIn = (context: ToolRow): ToolRow | undefined =>
	rowsOf(context, 'past_incidents').find((row) => helped(row) !== '');

/** Other notes need not say what helped: a workflow may have written them, or the incident may still be open. */
const helped = (row: ToolRow): string => textOf(partOf(row, 'resolution'), 'resolution_note');

/** Somebody's words; shortened, as the answer may be only so long. */
const quoted = (text: string): string => `“${text.length > 200 ? `${text.slice(0, 199)}…` : text}”`;

/** What speaks for it, oldest first, each after its time in ISO 8601. */
function signalsIn(context: ToolRow, suspect: ToolRow | undefined): string[] {
	const incident = partOf(context, 'incident');
	const signals = [
		{ time: textOf(incident, 'created_at'), what: `Incident opened: ${textOf(incident, 'title')}` },
		...(suspect
			? [{ time: textOf(suspect, 'timestamp'), what: `Change: ${textOf(suspect, 'summary')}` }]
			: []),
		...rowsOf(context, 'alerts').map((alert) => ({
			time: textOf(alert, 'created_at'),
			what: `Alert: ${textOf(alert, 'summary')}`,
		})),
	];
	return signals
		.sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
		.slice(0, 6)
		.map(({ time, what }) => `${time}: ${what}`.slice(0, 300));
}

function confidenceIn(context: ToolRow, suspect: ToolRow | undefined): 'low' | 'medium' {
	if (!suspect) return 'low';
	const opened = Date.parse(textOf(partOf(context, 'incident'), 'created_at'));
	return opened - Date.parse(textOf(suspect, 'timestamp')) <= soon ? 'medium' : 'low';
}

/** What a context suggests, in the form that the template `incident-hypothesis-note.json` asks for. */
function hypothesisOn(context: ToolRow) {
	const suspect = suspectIn(context);
	const lesson = lessonIn(context);
	const service = nameOf(partOf(context, 'incident'), 'service');
	const change = suspect && quoted(textOf(suspect, 'summary'));
	return {
		hypothesis: change
			? `The latest change before the incident may be the cause: ${change}.`
			: `No change came before the incident, so ${service} or something that it needs may fail by itself.`,
		confidence: confidenceIn(context, suspect),
		signals: signalsIn(context, suspect),
		recommended_action: lesson
			? `See whether what ended ${quoted(nameOf(lesson, 'incident'))} helps again: ${quoted(helped(lesson))}.`
			: change
				? `See whether taking back ${change} helps.`
				: `Look at the alerts and the dashboards of ${service}.`,
	};
}

/** Not a person's question but a workflow's: it sends a context, and wants JSON. */
export const hypothesis: Skill = {
	example: 'Incident context, as JSON',
	pattern: /^Incident context, as JSON:\n(?<context>\{.*\})$/m,
	steps: [
		({ named }) => ({
			say: JSON.stringify({ output: hypothesisOn(JSON.parse(named('context')) as ToolRow) }),
		}),
	],
};
