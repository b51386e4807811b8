import { csvOf } from '../../../nodes/PagerDuty/report/csv/table';

/** Reads CSV as RFC 4180 has it. */
function parsed(text: string): string[][] {
	const rows: string[][] = [[]];
	const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
	cell.lastIndex = 1;
	while (cell.lastIndex < text.length) {
		const [, quoted, plain, end] = cell.exec(text) ?? [];
		if (end === undefined) throw new Error(`Not RFC 4180 at ${cell.lastIndex}`);
		rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
		if (end === '\r\n') rows.push([]);
	}
	return rows.slice(0, -1);
}

describe('a CSV file', () => {
	it('begins with the mark by which Excel knows UTF-8, and ends each row with CRLF', () => {
		expect(csvOf([['Größe'], ['é']])).toBe('\uFEFFGröße\r\né\r\n');
	});

	it('gives back every text as it was: commas, quotation marks, line breaks, blanks at the ends', () => {
		const rows = [
			['a,b', 'say "hi"', 'two\r\nlines', 'one\nmore', ' blank ', ''],
			['ü', '日本語', '🔥', "it's", ';', '"'],
		];
		expect(parsed(csvOf(rows))).toEqual(rows);
	});

	it('leaves numbers as they are, and what is missing empty', () => {
		expect(parsed(csvOf([[12, 0, undefined, 1.5]]))).toEqual([['12', '0', '', '1.5']]);
	});

	it.each([
		['=HYPERLINK("https://evil.example","Click")'],
		['+1+1'],
		['-2+3+cmd|" /C calc"!A0'],
		['@SUM(1)'],
		['\t=1+1'],
		['\r=1+1'],
		[' =1+1'],
		['\n=1+1'],
		['＝1+1'],
		['\u00A0=1'],
		['\uFEFF=1'],
	])('lets no spreadsheet run %j as a formula', (text) => {
		expect(parsed(csvOf([[text]]))).toEqual([[`'${text}`]]);
	});

	it('leaves text alone that only has such signs inside', () => {
		expect(parsed(csvOf([['a=b', '1-2', 'x@example.com']]))).toEqual([['a=b', '1-2', 'x@example.com']]);
	});
});
