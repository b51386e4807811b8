import type { Page } from './page';

/** Something that stands on one page as a whole: a line, a row, a chart. */
export interface Box {
	/** In points; less than what fits on a page. */
	readonly height: number;
	/** Left out where the box begins a page. */
	readonly space?: number;
	/** Stands on the same page as the box after it. */
	readonly keepsWithNext?: boolean;
	/** Drawn again above this box where it begins a page: the head of a table. */
	readonly repeated?: Box;
	/** A bookmark of this name leads here. */
	readonly bookmark?: string;
	draw(page: Page, top: number): void;
}
