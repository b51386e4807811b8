import { nameOf, rowsOf, textOf, type ToolRow } from '../rows';
import type { Skill } from '../skill';
import { ofIncident } from './ofIncident';

const note: Skill = {
	example: 'Add a note to #1040: restarted the pods',
	pattern: /\bnote\b[^:]*:\s*(?<text>.+)$/is,
	steps: ofIncident(
		'Add note',
		([row = {}], incident) => `I have written on ${incident}: “${textOf(row, 'content')}”.`,
		({ named }) => ({ note: named('text') }),
	),
};

const changed = ([row = {}]: readonly ToolRow[]): string =>
	`**#${textOf(row, 'incident_number')}** ${textOf(row, 'title')} is ${textOf(row, 'status')} now.` +
	(rowsOf(row, 'assignments').length > 0
		? ` It is assigned to ${rowsOf(row, 'assignments')
				.map((each) => nameOf(each, 'assignee'))
				.join(' and ')}.`
		: '');

const acknowledge: Skill = {
	example: 'Acknowledge #1040',
	pattern: /^\s*(?:please\s+|can you\s+)?ack(?:nowledge)?\b/i,
	steps: ofIncident('Acknowledge incident', changed),
};

const resolve: Skill = {
	example: 'Resolve #1040',
	pattern: /^\s*(?:please\s+|can you\s+)?(?:resolve|close)\b/i,
	steps: ofIncident('Resolve incident', changed),
};

/** What changes an incident. It is recognized by how it begins, before all questions. */
export const commandSkills: readonly Skill[] = [note, acknowledge, resolve];
