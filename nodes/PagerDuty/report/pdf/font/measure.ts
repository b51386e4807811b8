import { HELVETICA, HELVETICA_BOLD } from './widths';

/** The two fonts of a report. */
export type FontName = 'regular' | 'bold';

/** How big a text is. */
export interface Type {
	readonly font: FontName;
	/** In points. */
	readonly size: number;
}

const WIDTHS: Readonly<Record<FontName, readonly number[]>> = { regular: HELVETICA, bold: HELVETICA_BOLD };

/**
 * @param bytes text in WinAnsiEncoding, on one line
 * @returns points
 */
export function widthOf(bytes: string, { font, size }: Type): number {
	const widths = WIDTHS[font];
	let thousandths = 0;
	for (let at = 0; at < bytes.length; at++) thousandths += widths[bytes.charCodeAt(at) - 32] ?? 0;
	return (thousandths * size) / 1000;
}

/**
 * The width of the widest line of some texts.
 *
 * @param texts in WinAnsiEncoding
 * @returns points; 0 without texts
 */
export function widest(texts: readonly string[], type: Type): number {
	let most = 0;
	for (const text of texts) for (const line of text.split('\n')) most = Math.max(most, widthOf(line, type));
	return most;
}
