import { periodIn } from '../period';
import { counted, incidentLine, listed, nameOf, partOf, textOf, timeOf, type ToolRow } from '../rows';
import { call, lastRows, type Skill } from '../skill';
import { ofIncident } from './ofIncident';

const timeline: Skill = {
	example: 'Show me the timeline of #1035',
	pattern: /\btime ?line\b|\bstory of\b/i,
	steps: ofIncident('Incident timeline', ([row = {}]) => textOf(row, 'text')),
};

const isAlike = ({ score }: ToolRow) => Number(score) > 0;

const pastLine = (row: ToolRow): string => {
	const past = partOf(row, 'incident');
	return `${textOf(row, 'score')} % alike: ${nameOf(row, 'incident')}, opened ${timeOf(past, 'created_at')}`;
};

const past: Skill = {
	example: 'Were there past incidents like #1040?',
	pattern: /\bpast incidents?\b|\bsimilar\b|\b(?:seen|happened) (?:this |it )?before\b|\blike (?:this|it|#)/i,
	steps: ofIncident('Past incidents', (rows, incident) =>
		listed(
			`Past incidents like ${incident}:`,
			rows.filter(isAlike).map(pastLine),
			`No past incident is like ${incident}.`,
		),
	),
};

/** What names an incident, and is no other question. */
export const aboutIncident: Skill = {
	example: 'What do we know about #1040?',
	pattern: /\babout (?:this|it)\b|#\d+|\bincident \d+/i,
	steps: ofIncident('Incident context', ([row = {}]) => textOf(row, 'summary')),
};

const open: Skill = {
	example: 'Show me all open incidents',
	pattern: /\bopen incidents?\b|\bincidents?\b.*\bopen\b|\bwhat is (?:broken|open|wrong)\b/i,
	steps: [
		() => call('List incidents', { statuses: 'triggered, acknowledged', service: '', since: '' }),
		(talk) => {
			const rows = lastRows(talk);
			return {
				say: listed(
					`${counted(rows.length, 'open incident')}:`,
					rows.map(incidentLine),
					'No incident is open.',
				),
			};
		},
	],
};

const count: Skill = {
	example: 'How many incidents were there this month?',
	pattern: /\bhow many incidents\b/i,
	steps: [
		({ question, now }) => call('Count incidents', { since: periodIn(question, now).since }),
		(talk) => {
			const { words } = periodIn(talk.question, talk.now);
			const rows = lastRows(talk);
			const total = rows.reduce((sum, row) => sum + Number(row.count), 0);
			const lines = rows.map((row) => `${nameOf(row, 'service')}: ${textOf(row, 'count')}`);
			return { say: listed(`${counted(total, 'incident')} ${words}:`, lines, `No incident ${words}.`) };
		},
	],
};

/** Questions about incidents. */
export const incidentSkills: readonly Skill[] = [timeline, past, open, count];
