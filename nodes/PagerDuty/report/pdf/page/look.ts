import type { Type } from '../font/measure';

/** Operands of PDF's operator `rg`: red, green and blue from 0 to 1. */
export type Color = string;

const rgb = (hex: string): Color =>
	[1, 3, 5].map((at) => String(Math.round(parseInt(hex.slice(at, at + 2), 16) / 2.55) / 100)).join(' ');

/** One accent on quiet grays; each text has a contrast of 4.5 at least to what it stands on. */
export const colors = {
	text: rgb('#1c2530'),
	muted: rgb('#5c6875'),
	accent: rgb('#047857'),
	rule: rgb('#c9d0d8'),
	faint: rgb('#e4e8ec'),
	tile: rgb('#f4f6f8'),
} as const;

/** How a text looks. */
export interface Style extends Type {
	readonly color: Color;
}

const { text, muted } = colors;

/** Each way in which a report writes. */
export const styles = {
	title: { font: 'bold', size: 23, color: text },
	subtitle: { font: 'regular', size: 11, color: muted },
	heading: { font: 'bold', size: 15, color: text },
	paragraph: { font: 'regular', size: 9.5, color: text },
	blockTitle: { font: 'bold', size: 10.5, color: text },
	factLabel: { font: 'regular', size: 8, color: muted },
	factValue: { font: 'bold', size: 17, color: text },
	columnHead: { font: 'bold', size: 8, color: muted },
	cell: { font: 'regular', size: 8.5, color: text },
	chart: { font: 'regular', size: 7.5, color: muted },
	edge: { font: 'regular', size: 7.5, color: muted },
} as const satisfies Record<string, Style>;

/** From one line to the next, in points. */
export const leading = ({ size }: Type) => size * 1.35;
