/** The letters of the codes 128 to 159; a space stands where there is none. */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const upperCodes = new Map(
	[...UPPER].flatMap((letter, index) => (letter === ' ' ? [] : [[letter, 128 + index] as const])),
);

/**
 * The code of a letter in WinAnsiEncoding: ISO 32000-1, annex D.2.
 *
 * @param letter one code point
 * @returns 32 to 255; undefined when the encoding has no such letter
 */
export function codeOf(letter: string): number | undefined {
	const point = letter.codePointAt(0) ?? 0;
	const isAscii = point >= 0x20 && point < 0x7f;
	return isAscii || (point >= 0xa0 && point <= 0xff) ? point : upperCodes.get(letter);
}
