import type { Block, Cell, Fact } from '../document';
import { barsOf, columnsOf } from './charts';
import { escape, safeUrl } from './escape';

type Table = Extract<Block, { kind: 'table' }>;

/** A part of a report as HTML. */
export function blockOf(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `<h2>${escape(block.text)}</h2>`;
		case 'paragraph':
			return `<p>${escape(block.text)}</p>`;
		case 'facts':
			return `<dl class="facts">${block.facts.map(factOf).join('')}</dl>`;
		case 'bars':
			return barsOf(block.title, block.bars);
		case 'columns':
			return columnsOf(block.title, block.bars);
		case 'table':
			return tableOf(block);
	}
}

const factOf = ({ label, value, note }: Fact): string =>
	`<div><dt>${escape(label)}</dt><dd>${escape(value)}${
		note === undefined ? '' : `<small>${escape(note)}</small>`
	}</dd></div>`;

/** What is too wide for a phone is moved by itself, and not the page with it. */
function tableOf({ title, columns, rows }: Table): string {
	const align = (index: number) => (columns[index]?.align === 'right' ? ' class="right"' : '');
	const head = columns.map(({ label }, index) => `<th scope="col"${align(index)}>${escape(label)}</th>`);
	const body = rows.map(
		(cells) => `<tr>${cells.map((cell, index) => `<td${align(index)}>${cellOf(cell)}</td>`).join('')}</tr>`,
	);
	return (
		`<figure><figcaption>${escape(title)}</figcaption><div class="wide" tabindex="0" role="region" ` +
		`aria-label="${escape(title)}"><table><thead><tr>${head.join('')}</tr></thead>` +
		`<tbody>${body.join('')}</tbody></table></div></figure>`
	);
}

function cellOf({ text, url }: Cell): string {
	const target = safeUrl(url);
	return target === undefined
		? escape(text)
		: `<a href="${escape(target)}" rel="noopener noreferrer">${escape(text)}</a>`;
}
