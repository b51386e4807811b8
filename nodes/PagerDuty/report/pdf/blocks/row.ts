import type { Box } from '../page/box';
import { widthOf } from '../font/measure';
import { wrap } from '../font/wrap';
import { leading, type Style } from '../page/look';
import type { Page } from '../page/page';

/** One line of a text, ready to be drawn. */
export interface Line {
	/** In WinAnsiEncoding. */
	readonly bytes: string;
	readonly style: Style;
	/** Where it leads. */
	readonly url?: string;
}

/** Lines below each other, beside those of other columns. */
export interface Column {
	readonly x: number;
	readonly width: number;
	readonly align?: 'left' | 'right';
	readonly lines: readonly Line[];
}

/** How a row looks but for its text; `part` says which piece of a row this is, when it had to be parted. */
export interface RowLook {
	readonly above: number;
	readonly below: number;
	/** Height of the text at least. */
	readonly least: number;
	readonly space?: number;
	readonly repeated?: Box;
	readonly keepsWithNext?: boolean;
	decorate?(page: Page, top: number, height: number, part: { first: boolean; last: boolean }): void;
}

/** A row that is higher is parted: about a quarter of a page. */
const HIGHEST = 180;

/** A text as lines of a width. */
export const linesOf = (bytes: string, style: Style, width: number, url?: string): Line[] =>
	wrap(bytes, style, width).map((line) => ({ bytes: line, style, url }));

/** Columns of text side by side: one box, or several below each other when the text is very long. */
export function row(columns: readonly Column[], look: RowLook): Box[] {
	const parted = columns.map(({ lines }) => partLines(lines));
	const count = Math.max(1, ...parted.map((parts) => parts.length));
	return Array.from({ length: count }, (_, index) => {
		const part = columns.map((column, at) => ({ ...column, lines: parted[at]?.[index] ?? [] }));
		return box(part, look, { first: index === 0, last: index === count - 1 });
	});
}

function partLines(lines: readonly Line[]): Line[][] {
	const parts: Line[][] = [];
	let used = Infinity;
	for (const line of lines) {
		const height = leading(line.style);
		if (used + height > HIGHEST) {
			parts.push([]);
			used = 0;
		}
		parts.at(-1)?.push(line);
		used += height;
	}
	return parts;
}

function box(columns: readonly Column[], look: RowLook, part: { first: boolean; last: boolean }): Box {
	const heights = columns.map(({ lines }) => lines.reduce((sum, { style }) => sum + leading(style), 0));
	// The parts of one row follow each other like lines of one text.
	const above = part.first ? look.above : 0;
	const below = part.last ? look.below : 0;
	const height = above + Math.max(part.first ? look.least : 0, ...heights) + below;
	return {
		height,
		space: part.first ? look.space : 0,
		repeated: look.repeated,
		keepsWithNext: part.last && look.keepsWithNext,
		draw(page, top) {
			look.decorate?.(page, top, height, part);
			for (const column of columns) drawColumn(page, column, top + above);
		},
	};
}

function drawColumn(page: Page, { x, width, align, lines }: Column, start: number): void {
	let top = start;
	for (const { bytes, style, url } of lines) {
		const length = widthOf(bytes, style);
		const left = align === 'right' ? x + width - length : x;
		page.text(bytes, left, top, style);
		if (url && bytes) page.link(url, left, top, length, leading(style));
		top += leading(style);
	}
}
