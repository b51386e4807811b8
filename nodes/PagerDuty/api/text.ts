/** What stands at the end of a text that was cut. */
const ellipsis = '…';

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The length of a text as PagerDuty counts it: an emoji that UTF-16 writes in two units is one character. */
export const lengthOf = (text: string): number => [...text].length;

/**
 * A text that has at most `max` characters by {@link lengthOf}. One that has more is cut between two characters that
 * people see (a flag or a family is one of them), and ends in `…`.
 */
export function truncate(text: string, max: number): string {
	if (lengthOf(text) <= max) return text;
	let kept = '';
	let length = lengthOf(ellipsis);
	// No more than is needed: some versions of Node take seconds for long texts. A character has two units at most.
	for (const { segment } of characters.segment(text.slice(0, 2 * max + 2))) {
		length += lengthOf(segment);
		if (length > max) break;
		kept += segment;
	}
	return kept.trimEnd() + ellipsis;
}

/** Puts sentences in a row. One without a mark at its end gets a full stop; what is empty is left out. */
export const sentences = (parts: ReadonlyArray<string | undefined>): string =>
	parts
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.!?]$/.test(part ?? '') ? part : `${part}.`))
		.join(' ');

/** How much of a text PagerDuty takes. */
export interface TextLimit {
	/** In characters. */
	readonly max: number;
	/** How a longer text is shortened; by default it is cut, and ends in an ellipsis. */
	readonly shorten?: (text: string) => string;
	/** What the operation writes behind it: this counts, and is left whole. It is made of the values of the form. */
	readonly suffix?: (values: Readonly<Record<string, unknown>>) => string;
}
