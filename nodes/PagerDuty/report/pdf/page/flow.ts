import type { Box } from './box';
import { Page } from './page';
import type { Paper } from './paper';

/** Where a bookmark leads. */
export interface Bookmark {
	readonly name: string;
	/** Index of the page, from 0. */
	readonly page: number;
	/** Points from the upper edge of the sheet. */
	readonly top: number;
}

/**
 * Puts boxes on pages, one below the other.
 *
 * @param bottom where pages end, in points from the upper edge of the sheet
 * @returns at least one page
 */
export function flow(boxes: readonly Box[], paper: Paper, bottom: number) {
	const column = new Flow(paper, bottom);
	for (let at = 0; at < boxes.length;) {
		const end = endOfGroup(boxes, at);
		column.place(boxes.slice(at, end));
		at = end;
	}
	return { pages: column.pages, bookmarks: column.bookmarks };
}

/** Boxes that keep with the next, and the one that they are kept with. */
function endOfGroup(boxes: readonly Box[], start: number): number {
	let end = start;
	while (end < boxes.length - 1 && boxes[end]?.keepsWithNext) end++;
	return end + 1;
}

class Flow {
	readonly bookmarks: Bookmark[] = [];
	readonly pages: Page[];
	private page: Page;
	private y: number;

	constructor(
		private readonly paper: Paper,
		private readonly bottom: number,
	) {
		this.page = new Page(paper);
		this.pages = [this.page];
		this.y = paper.top;
	}

	/** A group that no page can hold is parted like any other boxes. */
	place(group: readonly Box[]): void {
		const height = group.reduce((sum, box) => sum + (box.space ?? 0) + box.height, 0);
		const fitsOnOne = height <= this.bottom - this.paper.top;
		if (fitsOnOne && this.y + height > this.bottom) this.turn();
		for (const box of group) this.put(box);
	}

	private put(box: Box): void {
		if (this.y + (box.space ?? 0) + box.height > this.bottom) this.turn();
		if (this.isAtTop && this.pages.length > 1) this.draw(box.repeated);
		else this.y += box.space ?? 0;
		if (box.bookmark) {
			this.bookmarks.push({ name: box.bookmark, page: this.pages.length - 1, top: this.y });
		}
		this.draw(box);
	}

	private draw(box: Box | undefined): void {
		if (!box) return;
		box.draw(this.page, this.y);
		this.y += box.height;
	}

	private get isAtTop(): boolean {
		return this.y === this.paper.top;
	}

	private turn(): void {
		if (this.isAtTop) return;
		this.page = new Page(this.paper);
		this.pages.push(this.page);
		this.y = this.paper.top;
	}
}
