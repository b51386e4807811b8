/** Begins a file in UTF-8: without it Excel takes the text for another encoding. */
const mark = '\uFEFF';

/** What spreadsheets take for the beginning of a formula, also behind blanks and in its full-width forms. */
const formula = /^[\s\0]*[=+\-@＝＋－＠]/;

/**
 * A table as CSV: the first row names the columns. Text that a spreadsheet would run as a formula is put behind an
 * apostrophe. Source: https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection
 */
export const csvOf = (rows: ReadonlyArray<ReadonlyArray<string | number | undefined>>): string =>
	mark + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

function cellOf(value: string | number | undefined): string {
	if (value === undefined) return '';
	if (typeof value === 'number') return String(value);
	const text = formula.test(value) ? `'${value}` : value;
	return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
