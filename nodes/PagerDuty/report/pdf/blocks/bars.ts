import { lengths, type Bar } from '../../document';
import { encode } from '../font/encode';
import { widest } from '../font/measure';
import type { Box } from '../page/box';
import { colors, leading, styles } from '../page/look';
import { linesOf, row } from './row';
import { blockTitle, nothing } from './text';

const GAP = 8;
const PADDING = 2.5;
const THICKNESS = 8;
/** So many bars are not parted by the end of a page. */
const KEPT_TOGETHER = 15;
/** Of the whole width. */
const LABELS_AT_MOST = 0.38;
const VALUES_AT_MOST = 0.25;

/** Horizontal bars below each other, each with its label before it and its value behind it. */
export function bars(title: string, all: readonly Bar[], width: number): Box[] {
	if (all.length === 0) return [...blockTitle(title, width), ...nothing(width)];
	const labels = all.map(({ label }) => encode(label));
	const values = all.map(({ shown }) => encode(shown));
	const labelWidth = Math.min(width * LABELS_AT_MOST, widest(labels, styles.cell));
	const valueWidth = Math.min(width * VALUES_AT_MOST, widest(values, styles.cell));
	const room = width - labelWidth - valueWidth - 2 * GAP;
	const boxes = lengths(all).map((length, at) =>
		barRow([labels[at] ?? '', labelWidth], [values[at] ?? '', valueWidth], {
			length: length * room,
			space: at === 0 ? 5 : 0,
			keepsWithNext: all.length <= KEPT_TOGETHER && at < all.length - 1,
		}),
	);
	return [...blockTitle(title, width), ...boxes.flat()];
}

/** A text and the width that it has. */
type Written = readonly [string, number];

function barRow(
	[label, labelWidth]: Written,
	[value, valueWidth]: Written,
	{ length, ...place }: { length: number; space: number; keepsWithNext: boolean },
): Box[] {
	const start = labelWidth + GAP;
	const line = leading(styles.cell);
	const columns = [
		{ x: 0, width: labelWidth, lines: linesOf(label, styles.cell, labelWidth) },
		{ x: start + length + GAP, width: valueWidth, lines: linesOf(value, styles.cell, valueWidth) },
	];
	return row(columns, {
		above: PADDING,
		below: PADDING,
		least: line,
		...place,
		decorate(page, top, height, { first }) {
			page.rectangle(start, top, 0.5, height, colors.rule);
			const barTop = top + PADDING + (line - THICKNESS) / 2;
			if (first && length > 0) page.rectangle(start, barTop, length, THICKNESS, colors.accent);
		},
	});
}
