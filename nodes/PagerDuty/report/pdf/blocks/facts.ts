import type { Fact } from '../../document';
import { encode } from '../font/encode';
import type { Box } from '../page/box';
import { colors, styles } from '../page/look';
import { linesOf, row, type Column } from './row';

const MOST_A_ROW = 4;
const LEAST_A_ROW = 3;
const GAP = 9;
const PADDING = 10;

/** Tiles side by side, in rows that have as many of them as possible alike. */
export function facts(all: readonly Fact[], width: number): Box[] {
	const rows = Math.ceil(all.length / MOST_A_ROW);
	const aRow = Math.max(LEAST_A_ROW, Math.ceil(all.length / Math.max(1, rows)));
	const tileWidth = (width - GAP * (aRow - 1)) / aRow;
	return Array.from({ length: rows }, (_, at) => all.slice(at * aRow, (at + 1) * aRow)).flatMap((some, at) =>
		tiles(some, tileWidth, at === 0 ? 14 : GAP),
	);
}

function tiles(some: readonly Fact[], width: number, space: number): Box[] {
	const columns = some.map((fact, at) => tile(fact, at * (width + GAP) + PADDING, width - 2 * PADDING));
	return row(columns, {
		above: PADDING - 1,
		below: PADDING,
		least: 0,
		space,
		decorate(page, top, height) {
			for (const { x } of columns) page.rectangle(x - PADDING, top, width, height, colors.tile);
		},
	});
}

function tile({ label, value, note }: Fact, x: number, width: number): Column {
	const part = (text: string, style: typeof styles.factLabel | typeof styles.factValue) =>
		linesOf(encode(text), style, width);
	return {
		x,
		width,
		lines: [
			...part(label, styles.factLabel),
			...part(value, styles.factValue),
			...(note ? part(note, styles.factLabel) : []),
		],
	};
}
