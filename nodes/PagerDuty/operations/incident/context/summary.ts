import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../../api/answer';
import { enumerated, oneLine } from '../markdown';
import { alertLines, changeLines, noteLines, onCallLine, relatedLines, similarLines } from './sections';
import { headLines } from './state';

/** As much as fits into a message of the chat programs that take the least. */
const longest = 2000;

/**
 * A context in Markdown, most important things first: what happened, since when, who is on call, what changed lately,
 * similar incidents and what solved them. At most 2,000 characters, cut between two lines.
 *
 * @param now milliseconds since 1970
 */
export function summaryOf(context: IDataObject, now: number): string {
	const lines = [
		...headLines(context, now),
		...onCallLine(context),
		...alertLines(context),
		...changeLines(context),
		...similarLines(context),
		...noteLines(context),
		...relatedLines(context),
	];
	return fitted(lines, unavailable(rowsOf(context, 'missing')));
}

/** What is missing is said whatever else fits: nobody is to take it for nothing. */
function unavailable(missing: readonly IDataObject[]): string[] {
	if (missing.length === 0) return [];
	const reasons = new Map<string, string[]>();
	for (const { what, why } of missing) {
		const [part = ''] = String(what).split('.');
		const parts = reasons.get(String(why)) ?? [];
		// How past incidents were resolved is one thing, however many there are.
		const name = String(what).includes('.') ? `how ${part} were resolved` : part;
		reasons.set(String(why), parts.includes(name) ? parts : [...parts, name]);
	}
	const texts = [...reasons].map(
		([why, parts]) => `${enumerated(parts).replaceAll('_', ' ')} (${oneLine(why, 80)})`,
	);
	return [oneLine(`**Not available:** ${texts.join('; ')}`, 400)];
}

/** As many whole lines as fit together with the last ones; an ellipsis stands for the others. */
function fitted(lines: readonly string[], last: readonly string[]): string {
	const whole = [...lines, ...last].join('\n');
	if (whole.length <= longest) return whole;
	const kept: string[] = [];
	const textOf = (of: readonly string[]) => [...of, '…', ...last].join('\n');
	for (const line of lines) {
		if (textOf([...kept, line]).length > longest) break;
		kept.push(line);
	}
	return textOf(kept);
}
