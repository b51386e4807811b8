import { nameOf, rowsOf, textOf, type Row } from '../rows';
import { call, lastRows, type Skill } from '../skill';
import { ofIncident } from './ofIncident';

const note: Skill = {
	example: 'Add a note to #1040: restarted the pods',
	pattern: /\b(?:add|write|make)?\s*a?\s*note\b[^:]*:\s*(?<text>.+)$/is,
	steps: [
		({ incident, named }) =>
			incident === ''
				? { say: 'On which incident? Give me its number, such as #1040.' }
				: call('Add note', { incident, note: named('text').trim() }),
		(talk) => ({
			say: `I have written on ${talk.incident}: “${textOf(lastRows(talk)[0] ?? {}, 'content')}”.`,
		}),
	],
};

const changed = ([row = {}]: readonly Row[]): string =>
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
