import { periodIn } from '../period';
import { counted, incidentLine, listed, nameOf, partOf, rowsOf, textOf, timeOf, type ToolRow } from '../rows';
import { call, lastRows, type Skill } from '../skill';
import { ofService } from './ofService';

const peopleOn = (level: ToolRow): string =>
	rowsOf(level, 'on_call')
		.map((shift) => nameOf(shift, 'user'))
		.join(' and ') || 'nobody';

const levelLine = (level: ToolRow): string =>
	`Level ${textOf(level, 'escalation_level')}: ${peopleOn(level)}` +
	(textOf(level, 'until') === '' ? '' : `, until ${timeOf(level, 'until')}`);

const onCall: Skill = {
	example: 'Who is on call for payments?',
	pattern: /\bon[- ]call\b(?:.*?\bfor\s+(?:the\s+)?(?<service>[^#?.!]+))?/i,
	steps: ofService(
		(service) => call('Who is on call', { service }),
		(levels, name) =>
			listed(`On call for **${name}**:`, levels.map(levelLine), `Nobody is on call for ${name}.`),
	),
};

const happened: Skill = {
	example: 'What happened to checkout this week?',
	pattern:
		/\bwhat (?:has )?happened (?:to|on|at|with|in) (?:the )?(?<service>[^#]+?)(?:\s+(?:today|lately|(?:this|last|in the last) .+?))?\s*[?.!]*$/i,
	steps: ofService(
		(service, { question, now }) =>
			call('List incidents', {
				statuses: 'triggered, acknowledged, resolved',
				service,
				since: periodIn(question, now).since,
			}),
		(incidents, name, { question, now }) => {
			const { words } = periodIn(question, now);
			const heading = `${counted(incidents.length, 'incident')} of **${name}** ${words}:`;
			return listed(heading, incidents.map(incidentLine), `${name} had no incident ${words}.`);
		},
	),
};

const changes: Skill = {
	example: 'What changed on checkout?',
	pattern:
		/\b(?:what (?:has |was )?(?:been )?changed|changes|deployments?)\b.*?\b(?:on|in|to|of|for|at) (?:the )?(?<service>[^#?.!]+?)(?: lately| recently)?\s*[?.!]*$/i,
	steps: ofService(
		(service) => call('Recent changes', { service }),
		(rows, name) =>
			listed(
				`Latest changes of **${name}**:`,
				rows.map((row) => `${timeOf(row, 'timestamp')}: ${textOf(row, 'summary')}`),
				`No change of ${name} is known.`,
			),
	),
};

function statusText(row: ToolRow | undefined, name: string): string {
	if (row === undefined) return `I could not read the state of ${name}.`;
	const open = partOf(row, 'open_incidents');
	const [high, low] = [textOf(open, 'high'), textOf(open, 'low')];
	const windows = rowsOf(row, 'ongoing_maintenance');
	return [
		`**${name}** is ${textOf(row, 'status')}: ${counted(Number(textOf(open, 'total')), 'open incident')} (${high} of high urgency, ${low} of low).`,
		windows.length > 0 ? `It is in maintenance until ${timeOf(windows[0] ?? {}, 'end_time')}.` : '',
		`On call: ${peopleOn(rowsOf(row, 'on_call')[0] ?? {})}.`,
	]
		.filter(Boolean)
		.join(' ');
}

const status: Skill = {
	example: 'How is the login service?',
	pattern:
		/\b(?:how is|(?:status|state|health) of) (?:the )?(?<service>[^#]+?)(?: service)?(?: doing)?\s*[?.!]*$/i,
	steps: ofService(
		(service) => call('Service status', { service }),
		([row], name) => statusText(row, name),
	),
};

const services: Skill = {
	example: 'Which services are there?',
	pattern: /\b(?:which|what|list|show)\b.*\bservices\b/i,
	steps: [
		() => call('Find services', { search: '' }),
		(talk) => ({
			say: listed(
				'These services are in PagerDuty:',
				lastRows(talk).map((row) => `**${textOf(row, 'name')}** (${textOf(row, 'status')})`),
				'There is no service.',
			),
		}),
	],
};

/** Questions about services. */
export const serviceSkills: readonly Skill[] = [onCall, happened, changes, status, services];
