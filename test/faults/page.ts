import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const file = join(root, 'docs', 'faults.md');

/**
 * Holds a section of docs/faults.md against what a run of the matrix showed. With WRITE_FAULTS=1 in the environment the
 * section is written instead.
 *
 * @param name of the section, as in its markers `<!-- name -->` and `<!-- /name -->`
 */
export function expectOnPage(name: string, shown: string): void {
	const { before, written, after } = section(name);
	if (process.env.WRITE_FAULTS !== '1') return expect(plain(shown)).toBe(plain(written));
	writeFileSync(file, `${before}\n\n${shown}\n\n${after}`);
	execFileSync('npx', ['prettier', '--write', file], { cwd: root });
}

/** Holds some rows against a table of the page that another test writes. */
export function expectRowsOnPage(name: string, rows: Iterable<string>): void {
	const written = plain(section(name).written).split('\n');
	expect(written).toEqual(expect.arrayContaining([...rows].map(plain)));
}

function section(name: string) {
	const page = readFileSync(file, 'utf8');
	const start = page.indexOf(`<!-- ${name} -->`) + `<!-- ${name} -->`.length;
	const end = page.indexOf(`<!-- /${name} -->`);
	if (end < start) throw new Error(`docs/faults.md has no section <!-- ${name} --> … <!-- /${name} -->.`);
	return { before: page.slice(0, start), written: page.slice(start, end), after: page.slice(end) };
}

/** Without the layout of tables, which is prettier's. */
const plain = (text: string) => text.trim().replace(/ +/g, ' ').replace(/-{3,}/g, '---').replaceAll('\\', '');
