import { spans, type Span } from './cell';
import { troubles } from './troubles';

/** One request of one call: what came of it, by trouble and span. */
export interface Column {
	/** `incident: create`, or with the request where there are several: `trigger: create (POST /webhook_subscriptions)`. */
	readonly title: string;
	readonly words: ReadonlyMap<string, string>;
}

export const wordKey = (trouble: string, span: Span) => `${trouble} · ${span}`;

const allSpans = Object.keys(spans) as Span[];

/** The tables of the page: calls that fare alike share one, and so do the rows of troubles that end alike. */
export function tables(columns: readonly Column[]): string {
	const groups = groupBy(columns, ({ words }) => JSON.stringify([...words]));
	return groups
		.map(([first, ...others]) => [heading([first, ...others]), rows(first)].join('\n\n'))
		.join('\n\n');
}

function rows({ words }: Column): string {
	const lines = troubles.map(({ name }) => ({
		name,
		cells: allSpans.map((span) => words.get(wordKey(name, span)) ?? ''),
	}));
	const alike = groupBy(lines, ({ cells }) => row(cells));
	const head = ['What goes wrong', ...Object.values(spans)];
	return [
		row(head),
		row(head.map(() => '---')),
		...alike.map((group) => row([group.map(({ name }) => name).join('; '), ...group[0].cells])),
	].join('\n');
}

/** `incident: get, getAll · service: get` */
function heading(columns: readonly Column[]): string {
	const parts = columns.map(({ title }) => title.split(/: (.*)/));
	const names = groupBy(parts, ([resource]) => resource ?? '').map(
		(alike) => `${alike[0][0]}: ${alike.map(([, name]) => name).join(', ')}`,
	);
	return `### ${names.join(' · ')}`;
}

/** A row of a Markdown table. */
export const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** In the order of the first of each group. */
function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Array<[Item, ...Item[]]> {
	const groups = new Map<string, [Item, ...Item[]]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return [...groups.values()];
}
