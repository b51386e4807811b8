import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';
import { projectFolder } from './programs';

let built: BuiltPackage;
beforeAll(async () => (built = await unpackBuiltPackage()), 60_000);
afterAll(() => built?.remove());

const javascript = () => built.files.filter((path) => path.endsWith('.js'));
const read = (path: string) => readFileSync(join(built.folder, path), 'utf8');

describe('the package', () => {
	it('holds the built nodes, credentials, icons and codex, its papers, and nothing else', () => {
		const expected =
			/^(dist\/(nodes\/PagerDuty|credentials)\/[^/]+\.(js|svg|node\.json)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;

		expect(built.files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']));
		expect(built.files.filter((path) => !expected.test(path))).toEqual([]);
	});

	it('is smaller than 300 kB', () => {
		expect(built.bytes).toBeLessThan(300_000);
	});

	it('brings each node and credential that it promises n8n, and no other', () => {
		const promised = [...built.description.n8n.nodes, ...built.description.n8n.credentials];

		expect(promised.sort()).toEqual(javascript().sort());
	});

	it('promises every node and credential that there is', () => {
		const written = [
			...readdirSync(join(projectFolder, 'nodes', 'PagerDuty')).map((name) => `dist/nodes/PagerDuty/${name}`),
			...readdirSync(join(projectFolder, 'credentials')).map((name) => `dist/credentials/${name}`),
		].filter((path) => /\.(node|credentials)\.ts$/.test(path));

		expect(javascript().sort()).toEqual(written.map((path) => path.replace(/\.ts$/, '.js')).sort());
	});

	it('brings a codex file for each node, by which n8n files it under a category', () => {
		const codexes = built.description.n8n.nodes.map((path) => path.replace(/\.js$/, '.json'));

		expect(codexes.filter((path) => !built.files.includes(path))).toEqual([]);
	});

	it('brings every icon that its code names', () => {
		const icons = javascript().flatMap((path) =>
			[...read(path).matchAll(/["'`]file:([^"'`]+)["'`]/g)].map(([, icon = '']) => ({
				path,
				icon: join(built.folder, dirname(path), icon),
			})),
		);
		const missing = icons
			.filter(({ icon }) => !existsSync(icon))
			.map(({ path, icon }) => `${path} names ${relative(built.folder, icon)}`);

		expect(new Set(icons.map(({ path }) => path))).toEqual(new Set(javascript()));
		expect(missing).toEqual([]);
	});

	it('needs nothing that it does not bring, except n8n-workflow and Node', () => {
		const required = javascript().flatMap((path) =>
			[...read(path).matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name),
		);

		expect(built.description.dependencies ?? {}).toEqual({});
		expect(
			[...new Set(required)].filter((name) => !/^(n8n-workflow|(node:)?crypto)$/.test(name ?? '')),
		).toEqual([]);
	});

	it('holds no code of the tests or the stand-in', () => {
		// esbuild notes above each part which file it comes from.
		const origins = javascript().flatMap((path) =>
			[...read(path).matchAll(/^\/\/ (\S+\.[cm]?[jt]s)$/gm)].map(([, origin = '']) => origin),
		);

		expect(origins).toEqual(expect.arrayContaining(['nodes/PagerDuty/PagerDuty.node.ts']));
		expect(origins.filter((origin) => !/^(nodes|credentials|node_modules\/zod)\//.test(origin))).toEqual([]);
	});
});
