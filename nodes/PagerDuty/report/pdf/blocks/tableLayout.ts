import { widest } from '../font/measure';
import type { Style } from '../page/look';
import { columnWidths } from './columnWidths';

/** A cell or the head of a column before its text is broken into lines. */
export interface Written {
	/** In WinAnsiEncoding. */
	readonly bytes: string;
	readonly style: Style;
	/** Where it leads. */
	readonly url?: string;
}

/** A column as the report has it. */
export interface ColumnHead {
	readonly label: string;
	readonly align?: 'left' | 'right';
}

/** How wide the columns of a table are, and how far from each other, in points. */
export interface Layout {
	readonly widths: readonly number[];
	readonly gap: number;
	readonly columns: readonly ColumnHead[];
}

const GAP = 14;
/** Texts get more of the room that is left than numbers do: those are compared, and should stand close together. */
const SHARES = { left: 4, right: 1 } as const;

/** The heads of the columns are broken into lines only where room is short. */
export function layOut(
	heads: readonly Written[],
	rows: ReadonlyArray<readonly Written[]>,
	columns: readonly ColumnHead[],
	width: number,
): Layout {
	// With very many columns the gaps must not take all of the room.
	const gap = Math.min(GAP, width / (5 * columns.length));
	const room = width - gap * (columns.length - 1);
	const words = heads.map((head) => ({ ...head, bytes: head.bytes.replaceAll(' ', '\n') }));
	const inCells = rows.reduce(widen, []);
	const inOneLine = widen(inCells, heads);
	const isShort = inOneLine.reduce((sum, each) => sum + each, 0) > room;
	const shares = columns.map(({ align }) => SHARES[align ?? 'left']);
	return { gap, columns, widths: columnWidths(isShort ? widen(inCells, words) : inOneLine, shares, room) };
}

const widen = (widths: readonly number[], cells: readonly Written[]) =>
	cells.map(({ bytes, style }, at) => Math.max(widths[at] ?? 0, widest([bytes], style)));
