import { nativeImport } from './nativeImport';

/** A cell of a table. */
export interface Cell {
	/** As people see it. */
	readonly text: string;
	/** What stands in backticks. */
	readonly code: readonly string[];
	/** What is bold. */
	readonly strong: readonly string[];
}

/** A page of Markdown, as GitHub shows it. */
export interface Page {
	/** Of its headings, without `#`. */
	readonly anchors: readonly string[];
	/** The addresses of its links and images, as they are written. */
	readonly links: readonly string[];
	/** How many words people see, without blocks of code. */
	readonly words: number;
	/** Those of all its tables, without their heads. */
	readonly rows: ReadonlyArray<readonly Cell[]>;
}

/** @param text Markdown */
export async function readPage(text: string): Promise<Page> {
	const { readPage: read } = await nativeImport<{ readPage(text: string): Page }>(
		'test/support/markdownReader.mjs',
	);
	return read(text);
}
