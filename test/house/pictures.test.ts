import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nativeImport } from '../support/nativeImport';
import { projectFolder } from './programs';
import { sources } from './sources';

interface Pictures {
	pictureOf(file: string): string;
	looksOf(workflow: object): string;
	looksNow(): Promise<Record<string, string>>;
	looksThen(): Promise<Record<string, string>>;
	filesNamed(names: string[]): Promise<string[]>;
}

const pictures = async () => await nativeImport<Pictures>('scripts/pictures/list.mjs');

const docs = join(projectFolder, 'docs');
const inDocs = (folder: string) => readdirSync(join(docs, folder)).filter((name) => name.endsWith('.png'));

describe('the pictures in the docs', () => {
	it('show each template as it is now: else run `npm run pictures`', async () => {
		const { looksNow, looksThen, pictureOf } = await pictures();
		const now = await looksNow();

		expect(await looksThen()).toEqual(now);
		expect(inDocs('templates').sort()).toEqual(Object.keys(now).map(pictureOf).sort());
	});

	it('differ in what can be seen of a template, and in nothing else', async () => {
		const { looksOf } = await pictures();
		const note = {
			name: 'Note',
			type: 'n8n-nodes-base.stickyNote',
			position: [0, 0],
			parameters: { content: 'a' },
		};
		const node = { name: 'Open', type: 'x', position: [0, 0], parameters: { title: 'a' } };
		const looks = (...nodes: object[]) => looksOf({ nodes, connections: {} });

		expect(looks(note, { ...node, parameters: { title: 'b' } })).toBe(looks(note, node));
		expect(looks({ ...note, parameters: { content: 'b' } }, node)).not.toBe(looks(note, node));
		expect(looks(note, { ...node, position: [0, 20] })).not.toBe(looks(note, node));
		expect(looksOf({ nodes: [note, node], connections: { Open: {} } })).not.toBe(looks(note, node));
	});

	it('are taken of the templates that are named; a name that is none of theirs is refused with all of them', async () => {
		const { filesNamed } = await pictures();

		expect(await filesNamed(['quiet-night', 'incident-context-note'])).toEqual([
			'quiet-night.json',
			'incident-context-note.json',
		]);
		await expect(filesNamed(['quiet-night', 'quiet-knight'])).rejects.toThrow(
			/"quiet-knight".*: .*incident-context-note, .*quiet-night/,
		);
	});

	it('are shown somewhere, and none that is shown is missing', async () => {
		const text = (await sources('docs', 'README.md'))
			.filter(({ path }) => path.endsWith('.md'))
			.map((file) => file.text);
		const shown = new Set(
			text.flatMap((page) =>
				[...page.matchAll(/[\w/.-]+\.png/g)].map(([path]) => path.replace(/^docs\//, '')),
			),
		);
		const there = [...inDocs('.'), ...inDocs('templates').map((name) => `templates/${name}`)];

		expect([...shown].sort()).toEqual(there.sort());
	});

	it('are small enough to be read on a phone', () => {
		const sizes = [...inDocs('.'), ...inDocs('templates').map((name) => `templates/${name}`)].map((name) => ({
			name,
			size: statSync(join(docs, name)).size,
		}));

		expect(sizes.filter(({ size }) => size > 200_000)).toEqual([]);
		expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(3_000_000);
	});
});
