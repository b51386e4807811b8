import { lengths, type Bar } from '../../document';
import { encodeLine } from '../font/encode';
import { widest, widthOf } from '../font/measure';
import { shorten } from '../font/wrap';
import type { Box } from '../page/box';
import { colors, leading, styles } from '../page/look';
import type { Page } from '../page/page';
import { blockTitle, nothing } from './text';

const STYLE = styles.chart;
const LINE = leading(STYLE);
/** Of the highest column. */
const HIGHEST = 92;
/** Of the room that each column has. */
const THICKNESS = 0.64;
const WIDEST = 34;
/** Between the line that the columns stand on and their labels. */
const BELOW = 3;
/** Between one label and the next. */
const GAP = 5;

/** Upright columns side by side, with as many labels and values as have room. */
export function columns(title: string, bars: readonly Bar[], width: number): Box[] {
	if (bars.length === 0) return [...blockTitle(title, width), ...nothing(width)];
	const chart = new Chart(bars, width);
	const height = LINE + HIGHEST + BELOW + LINE;
	return [...blockTitle(title, width), { height, space: 6, draw: (page, top) => chart.draw(page, top) }];
}

class Chart {
	private readonly heights: number[];
	/** The room that each column has. */
	private readonly slot: number;

	constructor(
		private readonly bars: readonly Bar[],
		private readonly width: number,
	) {
		this.heights = lengths(bars).map((length) => length * HIGHEST);
		this.slot = width / bars.length;
	}

	draw(page: Page, top: number): void {
		const base = top + LINE + HIGHEST;
		const thickness = Math.min(WIDEST, this.slot * THICKNESS);
		this.heights.forEach((height, at) => {
			const x = this.middle(at) - thickness / 2;
			if (height > 0) page.rectangle(x, base - height, thickness, height, colors.accent);
		});
		page.rectangle(0, base, this.width, 0.6, colors.rule);
		this.drawLabels(page, base + BELOW);
		this.drawValues(page, base - LINE);
	}

	/** Each label, or every second, third … one, so that none touches the next. */
	private drawLabels(page: Page, top: number): void {
		const labels = this.bars.map(({ label }) => encodeLine(label));
		const length = widest(labels, STYLE);
		// The first and the last one may have to move towards the others.
		const moved = Math.max(0, (length - this.slot) / 2);
		const step = Math.min(labels.length, Math.ceil((length + moved + GAP) / this.slot));
		labels.forEach((label, at) => {
			if (at % step === 0) this.center(page, shorten(label, STYLE, this.slot * step - GAP), at, top);
		});
	}

	/** Above each column, or above the highest one only. */
	private drawValues(page: Page, base: number): void {
		const values = this.bars.map(({ shown }) => encodeLine(shown));
		const haveRoom = widest(values, STYLE) + 2 <= this.slot;
		const peak = this.heights.indexOf(HIGHEST);
		values.forEach((value, at) => {
			const top = base - (this.heights[at] ?? 0);
			if (haveRoom || at === peak) this.center(page, shorten(value, STYLE, this.width), at, top);
		});
	}

	/** In the middle of a column, but within the margins. */
	private center(page: Page, bytes: string, at: number, top: number): void {
		const length = widthOf(bytes, STYLE);
		const left = Math.min(this.width - length, this.middle(at) - length / 2);
		page.text(bytes, Math.max(0, left), top, STYLE);
	}

	private middle(at: number): number {
		return this.slot * (at + 0.5);
	}
}
