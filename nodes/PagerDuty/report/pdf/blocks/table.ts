import type { Block, Cell } from '../../document';
import { encode } from '../font/encode';
import type { Box } from '../page/box';
import { colors, leading, styles, type Style } from '../page/look';
import { linkTarget } from './linkTarget';
import { linesOf, row, type Column } from './row';
import { layOut, type Layout, type Written } from './tableLayout';
import { blockTitle, nothing } from './text';

type Table = Extract<Block, { kind: 'table' }>;

const LINK: Style = { ...styles.cell, color: colors.accent };

/** A table whose head is repeated on each page. */
export function table(block: Table, width: number): Box[] {
	const count = Math.max(block.columns.length, ...lengths(block.rows));
	const title = blockTitle(block.title, width);
	if (count === 0) return [...title, ...nothing(width)];
	const columns = Array.from({ length: count }, (_, at) => block.columns[at] ?? { label: '' });
	const heads = columns.map(({ label }) => ({ bytes: encode(label), style: styles.columnHead }));
	const rows = block.rows.map((cells) => columns.map((_, at) => written(cells[at])));
	const layout = layOut(heads, rows, columns, width);
	const head = headRow(heads, layout, width);
	const body = rows.flatMap((cells) => bodyRow(cells, layout, head.at(-1), width));
	return [...title, ...head, ...(rows.length > 0 ? body : nothing(width))];
}

function written(cell: Cell | undefined): Written {
	const url = linkTarget(cell?.url);
	return { bytes: encode(cell?.text ?? ''), style: url ? LINK : styles.cell, url };
}

/** Not by spreading all rows into one call, which has no room for a great many. */
const lengths = (rows: Table['rows']) => new Set(rows.map((cells) => cells.length));

/** A rounding error must not break a text that is exactly as wide as its column. */
const TOLERANCE = 0.01;

function place(cells: readonly Written[], { widths, gap, columns }: Layout): Column[] {
	let x = 0;
	return cells.map(({ bytes, style, url }, at) => {
		const width = widths[at] ?? 0;
		const lines = linesOf(bytes, style, width + TOLERANCE, url);
		const column = { x, width, align: columns[at]?.align, lines };
		x += width + gap;
		return column;
	});
}

function headRow(cells: readonly Written[], layout: Layout, width: number): Box[] {
	return row(place(cells, layout), {
		above: 2,
		below: 4,
		least: leading(styles.columnHead),
		space: 5,
		keepsWithNext: true,
		decorate: (page, top, height) => page.rectangle(0, top + height - 0.8, width, 0.8, colors.rule),
	});
}

function bodyRow(cells: readonly Written[], layout: Layout, head: Box | undefined, width: number): Box[] {
	return row(place(cells, layout), {
		above: 3.5,
		below: 4,
		least: leading(styles.cell),
		repeated: head,
		decorate(page, top, height, { last }) {
			if (last) page.rectangle(0, top + height - 0.5, width, 0.5, colors.faint);
		},
	});
}
