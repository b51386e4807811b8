import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { nativeImport } from '../support/nativeImport';
import { packedPackage } from './builtPackage';
import { projectFolder, run } from './programs';

/** Where npm finds no registry, it asks again for a minute and then does without. */
jest.setTimeout(120_000);

/** Stands for a machine: a checkout with the packed package, and a home folder. */
let machine: string;
const inCheckout = (...path: string[]) => join(machine, 'checkout', ...path);
const inHome = (...path: string[]) => join(machine, 'home', ...path);
const nodesFolder = (...path: string[]) => inHome('.n8n', 'nodes', ...path);

/** Answers as Docker does, with the home folder for that of the container. */
const docker = `#!/bin/sh
[ "$1 $2 $3" = "exec -i n8n" ] || exit 64
shift 3
cd / && exec "$@"
`;
/** In the place of n8n: says that it was started. */
const n8n = '#!/bin/sh\necho "n8n $*"\n';

let packed: string;
let tarball: string;
beforeAll(async () => {
	packed = await mkdtemp(join(tmpdir(), 'n8n-nodes-pagerduty-packed-'));
	tarball = await packedPackage(packed);
});
afterAll(async () => await rm(packed, { recursive: true, force: true }));

beforeEach(async () => {
	machine = await mkdtemp(join(tmpdir(), 'n8n-nodes-pagerduty-install-'));
	for (const folder of [inCheckout('build'), inHome('.n8n'), join(machine, 'bin')])
		await mkdir(folder, { recursive: true });
	await cp(tarball, inCheckout('build', 'n8n-nodes-pagerduty.tgz'));
	for (const [name, script] of Object.entries({ docker, n8n })) {
		await writeFile(join(machine, 'bin', name), script);
		await chmod(join(machine, 'bin', name), 0o755);
	}
});
afterEach(async () => await rm(machine, { recursive: true, force: true }));

/** What `npm test` hands down would change what npm does; where the registry is, it may know from the person's own settings. */
const environment = Object.fromEntries(
	Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV$)/i.test(name)),
);

/** Types a command as a person would, with nothing of this project's npm settings. */
async function type(command: string, { offline = true } = {}): Promise<string> {
	const { code, output } = await run('sh', ['-c', command], {
		cwd: inCheckout(),
		env: {
			...environment,
			HOME: inHome(),
			PATH: `${join(machine, 'bin')}:${process.env.PATH}`,
			npm_config_userconfig: join(homedir(), '.npmrc'),
			npm_config_offline: String(offline),
		},
	});
	if (code !== 0) throw new Error(`\`${command}\` ended with ${code}:\n${output}`);
	return output;
}

const read = (path: string) => readFile(join(projectFolder, path), 'utf8');

/** The commands of a row of README's table, without those that only start n8n again. */
async function commandsOf(row: string): Promise<string[]> {
	const table = (await read('README.md')).split('## Install it in your n8n')[1]?.split('\n## ')[0] ?? '';
	const line = table.split('\n').find((one) => one.startsWith(`| ${row} `)) ?? '';
	return [...line.matchAll(/`((?:npm|docker exec) [^`]+)`/g)].map(([, command = '']) => command);
}

/** The packages that lie in n8n's folder for nodes. */
const installed = async () =>
	(await readdir(nodesFolder('node_modules'))).filter((name) => !name.startsWith('.'));

describe("README's way to install it", () => {
	it.each(['npm', 'Docker'])('for %s brings one package, and all that n8n wants of it', async (row) => {
		const commands = await commandsOf(row);
		expect(commands).toHaveLength(1);

		// Once as people have it, with whatever the registry would add.
		for (const command of commands) await type(command, { offline: row !== 'npm' });

		expect(await installed()).toEqual(['n8n-nodes-pagerduty']);
		const folder = nodesFolder('node_modules', 'n8n-nodes-pagerduty');
		const { n8n: promised } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
			n8n: { nodes: string[]; credentials: string[] };
		};
		const missing = [...promised.nodes, ...promised.credentials].filter(
			(path) => !existsSync(join(folder, path)),
		);
		expect(missing).toEqual([]);
	});

	it('is how the tests and the demo install it', async () => {
		const { installCommand } = await nativeImport<{ installCommand: string }>(
			'scripts/host/communityPackage.mjs',
		);

		expect(await commandsOf('npm')).toEqual([installCommand]);
	});

	it('also works in a home folder that holds packages of its own', async () => {
		await mkdir(inHome('node_modules'));

		for (const command of await commandsOf('npm')) await type(command);

		expect(await installed()).toEqual(['n8n-nodes-pagerduty']);
	});

	it('leaves other community packages alone', async () => {
		const other = nodesFolder('node_modules', 'n8n-nodes-other');
		await mkdir(other, { recursive: true });
		await writeFile(join(other, 'package.json'), '{ "name": "n8n-nodes-other", "version": "1.2.3" }');
		await writeFile(nodesFolder('package.json'), '{ "dependencies": { "n8n-nodes-other": "1.2.3" } }');

		for (const command of await commandsOf('npm')) await type(command);

		expect(await installed()).toEqual(['n8n-nodes-other', 'n8n-nodes-pagerduty']);
	});

	it('installs a newer file of the same version over the older one', async () => {
		const [command = ''] = await commandsOf('npm');
		await type(command);
		await type('tar -xzf build/*.tgz && echo newer > package/LICENSE && tar -czf build/*.tgz package');

		await type(command);

		const licence = nodesFolder('node_modules', 'n8n-nodes-pagerduty', 'LICENSE');
		expect(await readFile(licence, 'utf8')).toBe('newer\n');
	});

	it('can be taken back', async () => {
		for (const command of await commandsOf('npm')) await type(command);
		const page = (await read('docs/install.md')).split('## Uninstall')[1] ?? '';

		await type(/^npm uninstall .*$/m.exec(page)?.[0] ?? '');

		expect(existsSync(nodesFolder('node_modules', 'n8n-nodes-pagerduty'))).toBe(false);
	});
});

describe("docs/install.md's Docker Compose", () => {
	it('installs it whenever a container starts, and then starts n8n', async () => {
		const page = (await read('docs/install.md')).split('## Docker Compose')[1] ?? '';
		const scripts = [...page.matchAll(/^ *- (npm install .*)$/gm)].map(([, script = '']) => script);
		const inContainer = (script: string) => script.replaceAll('/opt/', `${inCheckout('build')}/`);

		const said = [];
		for (const script of scripts) said.push((await type(inContainer(script))).trim().split('\n').at(-1));

		expect(said).toEqual(['n8n start', 'n8n worker']);
		expect(await installed()).toEqual(['n8n-nodes-pagerduty']);
	});
});
