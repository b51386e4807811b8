import { encodeLine } from '../font/encode';
import { widthOf } from '../font/measure';
import { shorten, wrap } from '../font/wrap';
import { colors, leading, styles } from './look';
import type { Page } from './page';
import { contentWidth, type Paper } from './paper';

const STYLE = styles.edge;
const LINE = leading(STYLE);
/** A longer footer is shortened: a page is there for the report. */
const MOST_LINES = 3;
/** Kept free for the number of the page. */
const NUMBER_WIDTH = 90;
const ABOVE = 6;

/** What stands at the upper and the lower edge of the pages. */
export class Edges {
	private readonly title: string;
	private readonly footer: readonly string[];

	constructor(
		private readonly paper: Paper,
		{ title, footer }: { title: string; footer: string },
	) {
		const width = contentWidth(paper);
		this.title = shorten(encodeLine(title), STYLE, width);
		const lines = wrap(encodeLine(footer), STYLE, width - NUMBER_WIDTH);
		const rest = lines.slice(MOST_LINES - 1).join(' ');
		this.footer =
			lines.length <= MOST_LINES
				? lines
				: [...lines.slice(0, MOST_LINES - 1), shorten(rest, STYLE, width - NUMBER_WIDTH)];
	}

	/** Where the content of a page has to end, in points from the upper edge of the sheet. */
	get contentEnd(): number {
		return this.footerTop - 16;
	}

	/** @param number of the page, from 1 */
	draw(page: Page, number: number, count: number): void {
		const width = contentWidth(this.paper);
		if (number > 1) page.text(this.title, 0, this.paper.top - 30, STYLE);
		page.rectangle(0, this.footerTop, width, 0.5, colors.rule);
		this.footer.forEach((line, at) => page.text(line, 0, this.footerTop + ABOVE + at * LINE, STYLE));
		const counted = `Page ${number} of ${count}`;
		page.text(counted, width - widthOf(counted, STYLE), this.footerTop + ABOVE, STYLE);
	}

	private get footerTop(): number {
		return this.paper.height - this.paper.bottom - this.footer.length * LINE;
	}
}
