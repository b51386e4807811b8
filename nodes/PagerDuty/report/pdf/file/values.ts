/**
 * Values of a PDF in its own writing. A text of this folder is a text of bytes: each character is one byte of the file.
 *
 * ISO 32000-1, 7.3.
 */

/** At most two decimals: a hundredth of a point is finer than any printer. */
export const number = (value: number) => String(Math.round(value * 100) / 100);

export const reference = (object: number) => `${object} 0 R`;

export const array = (values: readonly string[]) => `[${values.join(' ')}]`;

/** @param entries names without their slash; those that are undefined are left out */
export function dictionary(entries: Readonly<Record<string, string | undefined>>): string {
	const written = Object.entries(entries).flatMap(([name, value]) =>
		value === undefined ? [] : [`/${name} ${value}`],
	);
	return `<<${written.join(' ')}>>`;
}

/** Text of bytes; what would end it, or be read as an end of line, is escaped. */
export const literal = (bytes: string) =>
	`(${bytes
		.replace(/[\\()]/g, '\\$&')
		.replaceAll('\r', '\\r')
		.replaceAll('\n', '\\n')})`;

/** Any text that readers show outside of pages, such as a title or a bookmark: UTF-16 with its mark. */
export function unicode(text: string): string {
	const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
	return `<FEFF${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`;
}

/** @returns such as `(D:20261101060000Z)` */
export const date = (moment: Date) =>
	literal(
		`D:${moment
			.toISOString()
			.replace(/\.\d+Z$/, '')
			.replace(/\D/g, '')}Z`,
	);
