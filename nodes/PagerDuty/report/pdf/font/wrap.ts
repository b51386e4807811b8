import { widthOf, type Type } from './measure';

/**
 * Breaks a text into lines: where it says so, between words, and within a word that is longer than a line.
 *
 * @param bytes text in WinAnsiEncoding
 * @param width points
 * @returns at least one line
 */
export function wrap(bytes: string, type: Type, width: number): string[] {
	return bytes.split('\n').flatMap((line) => wrapLine(line, type, width));
}

/** Only the plain space separates words: the other one of this encoding is there to hold them together. */
function wrapLine(line: string, type: Type, width: number): string[] {
	if (widthOf(line, type) <= width) return [line];
	const lines: string[] = [];
	const space = widthOf(' ', type);
	let current = '';
	let used = 0;
	for (const word of line.split(' ').filter(Boolean)) {
		for (const piece of pieces(word, type, width)) {
			const length = widthOf(piece, type);
			if (current && used + space + length <= width) {
				current += ` ${piece}`;
				used += space + length;
			} else {
				if (current) lines.push(current);
				current = piece;
				used = length;
			}
		}
	}
	return [...lines, current];
}

/** A word as it is, or in pieces that fit; a piece has one letter at least, so that this ends for any width. */
function pieces(word: string, type: Type, width: number): string[] {
	if (widthOf(word, type) <= width) return [word];
	const found: string[] = [];
	let piece = '';
	let used = 0;
	for (const letter of word) {
		const length = widthOf(letter, type);
		if (piece && used + length > width) {
			found.push(piece);
			piece = '';
			used = 0;
		}
		piece += letter;
		used += length;
	}
	return [...found, piece];
}

/** One line that ends with `…` (133 in WinAnsiEncoding) where it does not fit. */
export function shorten(bytes: string, type: Type, width: number): string {
	if (widthOf(bytes, type) <= width) return bytes;
	const [first = ''] = pieces(bytes, type, width - widthOf('\x85', type));
	return `${first.trimEnd()}\x85`;
}
