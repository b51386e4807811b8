/** What a cell of a table shows: a text, or a text that leads somewhere. */
export interface Cell {
	readonly text: string;
	/** An http or https address; anything else is shown as text only. */
	readonly url?: string;
}

/** A bar of a chart: what it stands for, how long it is, and the words for that. */
export interface Bar {
	readonly label: string;
	/** At least 0; bars are drawn in relation to the longest of their chart. */
	readonly value: number;
	readonly shown: string;
}

/**
 * How long each bar of a chart is, from 0 to 1, where the longest is 1. What is no number, or below 0, has no length.
 */
export function lengths(bars: readonly Bar[]): number[] {
	const values = bars.map(({ value }) => (Number.isFinite(value) ? Math.max(0, value) : 0));
	const longest = values.reduce((most, value) => Math.max(most, value), 0);
	return values.map((value) => (longest > 0 ? value / longest : 0));
}

/** A figure by itself, such as `Incidents` `1,204`. */
export interface Fact {
	readonly label: string;
	readonly value: string;
	/** What else there is to say of it: `90 % within 12 min`. */
	readonly note?: string;
}

/** A part of a report, in the order in which people read it. */
export type Block =
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	/** One horizontal bar a line: services, people, titles. */
	| { readonly kind: 'bars'; readonly title: string; readonly bars: readonly Bar[] }
	/** One upright column each, side by side: days, hours. */
	| { readonly kind: 'columns'; readonly title: string; readonly bars: readonly Bar[] }
	| {
			readonly kind: 'table';
			readonly title: string;
			readonly columns: ReadonlyArray<{ readonly label: string; readonly align?: 'left' | 'right' }>;
			readonly rows: ReadonlyArray<readonly Cell[]>;
	  };

/** A report as people read it, apart from how it looks: HTML and PDF are drawn from it. */
export interface ReportDocument {
	readonly title: string;
	/** Whose incidents, and of which time: `Acme · 1 to 31 October 2026 (Europe/Berlin)`. */
	readonly subtitle: string;
	/** The https address of a picture, shown where pictures can be loaded. */
	readonly logoUrl?: string;
	readonly blocks: readonly Block[];
	/** Stands at the end of each page: when and from what it was made. */
	readonly footer: string;
}
