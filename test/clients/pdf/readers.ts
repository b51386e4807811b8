import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pdf, type PdfOptions } from '../../../nodes/PagerDuty/report/pdf';
import type { Block, ReportDocument } from '../../../nodes/PagerDuty/report/document';
import { nativeImport } from '../../support/nativeImport';
import { pixelsOf, type Picture } from './picture';

const run = promisify(execFile);

/** The first run fetches the readers. */
export const installing = 240_000;

type Installer = {
	ensurePdfReaders(): Promise<Record<'pdftotext' | 'pdfinfo' | 'pdftoppm' | 'qpdf', string>>;
};

/** A text without its spaces: lines are broken in other places than in the report. */
export const joined = (text: string) => text.replace(/\s+/g, '');

/** A word on a page, in points from the upper left corner of the sheet. */
interface Word {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
}

/** What readers of PDF, which nobody here wrote, find in a file. */
export interface Reading {
	/** The text of each page, in the order in which it was drawn. */
	readonly pages: string[];
	/** `Pages`, `Title`, `Page size` … */
	readonly info: Readonly<Record<string, string>>;
	/** Bookmarks, and the pages that they lead to, from 1. */
	readonly bookmarks: ReadonlyArray<readonly [string, number]>;
	/** Each link as `page address`. */
	readonly links: string[];
	words(page: number): Promise<Word[]>;
	/** One dot a point. */
	picture(page: number): Promise<Picture>;
}

/** A report with these blocks and short texts. */
export const reportOf = (...blocks: Block[]): ReportDocument => ({
	title: 'Report',
	subtitle: 'Acme',
	blocks,
	footer: 'Made today',
});

const folders: string[] = [];

/** To be called after all tests of a file. */
export async function removeFiles(): Promise<void> {
	await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

/** Writes a report and has it read. @throws when a strict reader finds any fault in the file */
export const read = async (
	document: ReportDocument,
	options: PdfOptions = { paper: 'a4' },
): Promise<Reading> => await readFileOf(pdf(document, options));

/** Has a PDF read. @throws when a strict reader finds any fault in it */
export async function readFileOf(bytes: Uint8Array): Promise<Reading> {
	const { ensurePdfReaders } = await nativeImport<Installer>('scripts/host/pdfReaders.mjs');
	const programs = await ensurePdfReaders();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-pdf-'));
	folders.push(folder);
	const file = join(folder, 'report.pdf');
	await writeFile(file, bytes);
	const output = async (program: keyof typeof programs, ...args: string[]) =>
		(await run(programs[program], args, { maxBuffer: 50_000_000 })).stdout;

	// Ends with an error for warnings, too.
	await output('qpdf', '--check', file);
	const text = await output('pdftotext', '-raw', '-enc', 'UTF-8', file, '-');
	return {
		pages: text.split('\f').slice(0, -1),
		info: pairs(await output('pdfinfo', '-isodates', file)),
		bookmarks: bookmarks(await output('qpdf', '--json', '--json-key=outlines', file)),
		links: links(await output('pdfinfo', '-url', file)),
		words: async (page) =>
			wordsOf(await output('pdftotext', '-bbox', '-f', `${page}`, '-l', `${page}`, file, '-')),
		async picture(page) {
			await output('pdftoppm', '-r', '72', '-singlefile', '-f', `${page}`, file, join(folder, 'page'));
			return pixelsOf(await readFile(join(folder, 'page.ppm')));
		},
	};
}

const pairs = (text: string) =>
	Object.fromEntries(
		text
			.split('\n')
			.filter(Boolean)
			.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
	);

function bookmarks(text: string): Array<[string, number]> {
	const { outlines }: { outlines: Array<{ title: string; destpageposfrom1: number }> } = JSON.parse(text);
	return outlines.map(({ title, destpageposfrom1 }) => [title, destpageposfrom1]);
}

/** Below a head, a line is a page, the kind of link and the address. */
const links = (text: string) =>
	text
		.split('\n')
		.slice(1)
		.filter(Boolean)
		.map((line) => line.trim().split(/\s+/))
		.map(([page, , url]) => `${page} ${url}`);

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="[\d.-]+">(.*?)<\/word>/g;

const wordsOf = (text: string): Word[] =>
	[...text.matchAll(WORD)].map(([, left, top, right, word = '']) => ({
		text: word,
		left: Number(left),
		right: Number(right),
		top: Number(top),
	}));
