import type { ToolRow } from '../rows';
import { call, lastRows, type Step, type Talk } from '../skill';

/**
 * Steps of what is asked or told about one incident.
 *
 * @param words what to say, from the rows of the tool and the number of the incident
 * @param more what the tool is told besides the incident
 */
export const ofIncident = (
	tool: string,
	words: (rows: readonly ToolRow[], incident: string) => string,
	more: (talk: Talk) => Readonly<Record<string, string>> = () => ({}),
): Step[] => [
	(talk) =>
		talk.incident === ''
			? { say: 'Which incident do you mean? Give me its number, such as #1040.' }
			: call(tool, { incident: talk.incident, ...more(talk) }),
	(talk) => ({ say: words(lastRows(talk), talk.incident) }),
];
