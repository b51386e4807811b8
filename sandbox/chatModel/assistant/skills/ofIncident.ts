import type { Row } from '../rows';
import { call, lastRows, type Step } from '../skill';

/** Steps of a question about one incident, of which the last one says what was found. */
export const ofIncident = (
	tool: string,
	words: (rows: readonly Row[], incident: string) => string,
): Step[] => [
	({ incident }) =>
		incident === ''
			? { say: 'Which incident do you mean? Give me its number, such as #1040.' }
			: call(tool, { incident }),
	(talk) => ({ say: words(lastRows(talk), talk.incident) }),
];
