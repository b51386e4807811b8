import { spellings } from './spellings';
import { codeOf } from './winAnsi';

/** Most texts, which stay as they are. */
const PLAIN = /^[\n\x20-\x7e]*$/;
/** Unicode's names of the end of a line, and of a paragraph. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** By itself it is a unit: `5 μs` as `5 ms` would be a thousand times as long. */
const MICRO = /(?<!\p{Script=Greek})μ(?!\p{Script=Greek})/gu;
/** Two Greek letters for one sound. */
const OU = /([Οο])[υύ]/g;
/** Marks that stand by themselves go the way of those that are part of a letter. */
const MARKS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u0300-\u036f]+/gu;
/** They only choose between two looks of the character before them, in color or not. */
const VARIATION = /[\ufe00-\ufe0f]/g;

/**
 * A text in the letters of WinAnsiEncoding. Other letters are spelled in these (`Łódź` as `Lódz`), and what cannot be
 * is shown as its code point (`U+1F525`), apart from its neighbors: nothing is left out unseen.
 *
 * @param text any text, even one with half a character
 * @returns text of bytes: each character is a code of WinAnsiEncoding, or `\n`
 */
export function encode(text: string): string {
	if (PLAIN.test(text)) return text;
	const plain = text
		.replace(LINE_END, '\n')
		.replaceAll('\t', ' ')
		.normalize('NFC')
		.replace(OU, '$1u')
		.replace(MARKS, '$1')
		.replace(MICRO, 'µ')
		.replace(VARIATION, '');
	let encoded = '';
	let endsWithCode = false;
	for (const letter of plain) {
		const bytes = spell(letter);
		if (bytes === undefined) {
			encoded += `${apartFrom(encoded)}${codePoint(letter)}`;
		} else {
			encoded += `${endsWithCode ? apartFrom(bytes) : ''}${bytes}`;
		}
		endsWithCode = bytes === undefined;
	}
	return encoded;
}

/** As {@link encode}, but on one line. */
export const encodeLine = (text: string) =>
	encode(text)
		.replace(/\s*\n\s*/g, ' ')
		.trim();

const apartFrom = (bytes: string) => (/^$|^\s|\s$/.test(bytes) ? '' : ' ');

const codePoint = (letter: string) =>
	`U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function spell(letter: string): string | undefined {
	if (letter === '\n') return letter;
	return inAnsi(letter) ?? withoutMarks(letter);
}

function inAnsi(letter: string): string | undefined {
	const code = codeOf(letter);
	if (code !== undefined) return String.fromCharCode(code);
	const spelling = spellings.get(letter);
	return spelling === undefined ? undefined : all([...spelling].map(inAnsi));
}

/** Unicode's own simpler forms: letters without their marks, ligatures and wide letters as plain ones. */
function withoutMarks(letter: string): string | undefined {
	const simple = letter.normalize('NFKD').replace(/\p{M}/gu, '');
	const bytes = simple === letter ? undefined : all([...simple].map(inAnsi));
	// A mark by itself is simply a space without it, and would not be seen.
	if (bytes?.trim() === '' && !/\p{Zs}/u.test(letter)) return undefined;
	// A raised or a circled number beside another one would make a number of the two: 10⁴ is not 104.
	return bytes && /\p{No}/u.test(letter) ? `(${bytes})` : bytes || undefined;
}

const all = (parts: ReadonlyArray<string | undefined>) =>
	parts.every((part) => part !== undefined) ? parts.join('') : undefined;
