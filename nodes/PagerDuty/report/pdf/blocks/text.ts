import { encode, encodeLine } from '../font/encode';
import { wrap } from '../font/wrap';
import type { Box } from '../page/box';
import { colors, leading, styles, type Style } from '../page/look';

/** The first and the last two lines stay together: a line alone on a page looks lost. */
function lines(bytes: string, style: Style, width: number, space: number): Box[] {
	const wrapped = wrap(bytes, style, width);
	return wrapped.map((line, at) => ({
		height: leading(style),
		space: at === 0 ? space : 0,
		keepsWithNext: wrapped.length > 1 && (at === 0 || at === wrapped.length - 2),
		draw: (page, top) => page.text(line, 0, top, style),
	}));
}

/** Lines that stay with one another and with what they are the name of; none without a text. */
function heading(text: string, style: Style, width: number, space: number): Box[] {
	const bytes = encodeLine(text);
	return bytes ? lines(bytes, style, width, space).map((box) => ({ ...box, keepsWithNext: true })) : [];
}

/** What a report begins with, under a short bar of the accent color. */
export function opening({ title, subtitle }: { title: string; subtitle: string }, width: number): Box[] {
	const bar: Box = {
		height: 14,
		keepsWithNext: true,
		draw: (page, top) => page.rectangle(0, top, 40, 3, colors.accent),
	};
	return [bar, ...heading(title, styles.title, width, 0), ...heading(subtitle, styles.subtitle, width, 3)];
}

/** A chapter, which gets a bookmark. */
export const chapter = (text: string, width: number): Box[] =>
	heading(text, styles.heading, width, 30).map((box, at) => (at === 0 ? { ...box, bookmark: text } : box));

/** The name of a chart or a table. */
export const blockTitle = (text: string, width: number): Box[] => heading(text, styles.blockTitle, width, 20);

/** A text with lines of its own, if it has any. */
export const paragraph = (text: string, width: number): Box[] =>
	lines(encode(text), styles.paragraph, width, 9);

/** Says of a chart or a table that there is nothing in it. */
export const nothing = (width: number): Box[] =>
	lines('None', { ...styles.paragraph, color: colors.muted }, width, 5);
