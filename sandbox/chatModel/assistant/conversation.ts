import { toolAnswers, type Message } from '../request';
import { isRow, textOf, type ToolRow } from './rows';

/** What somebody wrote, also where the client sends it in parts. */
export function wordsOf({ content }: Message): string {
	if (typeof content === 'string') return content;
	if (!Array.isArray(content)) return '';
	return content
		.filter(isRow)
		.map((part) => textOf(part, 'text'))
		.join('\n');
}

/** The newest message of a person. */
export const questionIn = (messages: readonly Message[]): string =>
	messages
		.filter(({ role }) => role === 'user')
		.map(wordsOf)
		.at(-1) ?? '';

/** The incident that the question names, or the last one that was talked about before: `#1040`, or empty. */
export function incidentIn(messages: readonly Message[]): string {
	const talk = messages.filter(({ role }) => role === 'user' || role === 'assistant').map(wordsOf);
	for (const words of talk.reverse()) {
		const [, number = ''] = /(?:#|\bincident )(\d+)/i.exec(words) ?? [];
		if (number !== '') return `#${number}`;
	}
	return '';
}

/** What a tool gave: rows, or why it gave none. */
export type ToolAnswer = { readonly rows: readonly ToolRow[] } | { readonly trouble: string };

/** What the tools gave since the question, oldest first. */
export const answersIn = (messages: readonly Message[]): ToolAnswer[] =>
	toolAnswers(messages).map((message) => answerIn(wordsOf(message)));

/** n8n gives a model JSON: rows, or one with an `error`. Other text is n8n's own, such as that a person has declined. */
function answerIn(text: string): ToolAnswer {
	const parsed = parse(text);
	if (parsed === undefined) return { trouble: text };
	const rows = (Array.isArray(parsed) ? parsed : [parsed]).filter(isRow);
	const [{ error, output } = {}] = rows;
	if (typeof error === 'string') return { trouble: error };
	return rows.length === 1 && typeof output === 'string' ? { trouble: output } : { rows };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
