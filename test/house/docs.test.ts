import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readPage, type Page } from '../support/markdown';
import { projectFolder, run } from './programs';
import { sources } from './sources';
import { textsOf } from './texts';

/** The pages of the project, by their paths. */
const pages = async () =>
	new Map(
		await Promise.all(
			(await sources())
				.filter(({ path }) => path.endsWith('.md'))
				.map(async ({ path, text }): Promise<[string, Page]> => [path, await readPage(text)]),
		),
	);

/** Addresses of other places. */
const isElsewhere = (link: string) => /^[a-z]+:/i.test(link);

describe('the documentation', () => {
	it('lists the operations and events that the code has', async () => {
		expect(await run('node', ['scripts/docs.mjs', '--check'])).toMatchObject({ output: '', code: 0 });
	}, 60_000);

	it('begins with a README that takes three minutes to read, beside its gallery', async () => {
		const [readme] = await sources('README.md');

		const { words } = await readPage(readme!.text.replace(/<!-- gallery -->.*<!-- \/gallery -->/s, ''));

		expect(words).toBeGreaterThan(100);
		expect(words).toBeLessThanOrEqual(750);
	});

	it('has no link within the project that leads nowhere', async () => {
		const all = await pages();
		const broken = [...all].flatMap(([path, { links }]) =>
			links
				.filter((link) => !isElsewhere(link) && !leadsSomewhere(all, path, link))
				.map((link) => `${path}: ${link}`),
		);

		expect([...all.values()].flatMap(({ links }) => links).length).toBeGreaterThan(100);
		expect(broken).toEqual([]);
	});

	it('has the places to which the editor links', async () => {
		const { anchors } = (await pages()).get('README.md')!;
		const linked = (await sources('nodes', 'credentials')).flatMap(({ path, text }) =>
			[...text.matchAll(/n8n-nodes-pagerduty\/n8n-nodes-pagerduty#([\w-]+)/g)].map(([, anchor]) => ({
				path,
				anchor,
			})),
		);

		expect(linked.length).toBeGreaterThan(5);
		// GitHub gives the whole README the anchor `readme`.
		expect(linked.filter(({ anchor = '' }) => ![...anchors, 'readme'].includes(anchor))).toEqual([]);
	});
});

function leadsSomewhere(all: ReadonlyMap<string, Page>, from: string, link: string): boolean {
	const [file = '', anchor] = link.split('#');
	const path = file === '' ? from : posix.join(posix.dirname(from), file);
	if (anchor === undefined) return existsSync(join(projectFolder, path));
	return all.get(path)?.anchors.includes(anchor) ?? false;
}

describe('docs/troubleshooting.md', () => {
	it('quotes what the package says, word for word', async () => {
		const said = textsOf(await sources('nodes', 'credentials'));
		const { rows } = (await pages()).get('docs/troubleshooting.md')!;
		const quoted = rows.flatMap(([first]) => first!.code);

		expect(quoted.length).toBeGreaterThan(100);
		expect(quoted.filter((quote) => !said.some((text) => holds(text, quote)))).toEqual([]);
	});
});

/**
 * Whether a text of the package can read like a quote. `…` in either is something that differs. The name of a field is put
 * in front of what is wrong with it.
 */
function holds(text: string, quote: string): boolean {
	let from = 0;
	for (const part of quote.replace(/^"…" /, '').split('…')) {
		const at = text.indexOf(part.trim(), from);
		if (at < 0) return false;
		from = at + part.trim().length;
	}
	return true;
}
