import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { nativeImport } from '../support/nativeImport';
import { formsOf, switches } from '../support/switchingPage';

jest.setTimeout(120_000);

/** n8n's own PagerDuty node, as an installed n8n describes it. */
async function builtInNode(which: string): Promise<INodeTypeDescription> {
	const { ensureN8n } = await nativeImport<{ ensureN8n(which: string): Promise<{ dir: string }> }>(
		'scripts/host/index.mjs',
	);
	const { dir } = await ensureN8n(which);
	const file = join(dir, 'node_modules', 'n8n-nodes-base', 'dist', 'types', 'nodes.json');
	const nodes = JSON.parse(await readFile(file, 'utf8')) as INodeTypeDescription[];
	return nodes.find(({ name }) => name === 'pagerDuty')!;
}

describe('docs/switching.md', () => {
	it.each(['2.41', '1.123'])(
		'says of each operation and field of the PagerDuty node of n8n %s where it is here',
		async (which) => {
			const page = new Map((await switches()).map(({ operation, rows }) => [operation, rows]));
			const forms = formsOf(await builtInNode(which));
			const unnamed = [...forms].flatMap(([operation, fields]) => {
				const named = page.get(operation)?.flatMap(([theirs]) => theirs!.text.split(/[:,]/)) ?? [];
				const known = new Set(named.map((each) => each.trim()));
				return fields.filter((field) => !known.has(field)).map((field) => `${operation}: ${field}`);
			});

			expect([...forms.keys()]).toHaveLength(9);
			expect([...forms.keys()].filter((operation) => !page.has(operation))).toEqual([]);
			expect(unnamed).toEqual([]);
		},
	);
});
