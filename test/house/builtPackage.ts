import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, run } from './programs';
import { sources } from './sources';

/** What package.json tells n8n and npm, as far as the tests look at it. */
export interface PackageDescription {
	name: string;
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

/** The tarball that people install, unpacked. */
export interface BuiltPackage {
	/** Of the tarball itself. */
	bytes: number;
	/** Where it is unpacked. Its own imports find the project's packages there. */
	folder: string;
	/** Paths in it, from its top. */
	files: string[];
	description: PackageDescription;
	remove(): Promise<void>;
}

/**
 * Unpacks the tarball that `npm test` made, or packs dist/ where there is none.
 *
 * @throws when dist/ is missing or older than what it is built from
 */
export async function unpackBuiltPackage(): Promise<BuiltPackage> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-pagerduty-'));
	const tarball = await packedPackage(folder);
	await succeed('tar', ['-xzf', tarball, '-C', folder]);
	const unpacked = join(folder, 'package');
	await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
	const listed = await succeed('tar', ['-tzf', tarball]);
	return {
		bytes: (await stat(tarball)).size,
		folder: unpacked,
		files: listed
			.split('\n')
			.filter((path) => path && !path.endsWith('/'))
			.map((path) => path.replace(/^package\//, '')),
		description: JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')),
		remove: () => rm(folder, { recursive: true, force: true }),
	};
}

/** The tarball that `npm test` made, or one made in this folder from dist/. */
export const packedPackage = async (folder: string): Promise<string> =>
	process.env.N8N_PAGERDUTY_TARBALL || (await pack(folder));

async function pack(folder: string): Promise<string> {
	await requireFreshBuild();
	const output = await succeed('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
	return join(folder, output.trim().split('\n').at(-1) ?? '');
}

/** Tests of an old build would say nothing about the code beside them. */
async function requireFreshBuild() {
	const description: PackageDescription = JSON.parse(
		await readFile(join(projectFolder, 'package.json'), 'utf8'),
	);
	const built = [...description.n8n.nodes, ...description.n8n.credentials].map((path) =>
		join(projectFolder, path),
	);
	const missing = built.filter((path) => !existsSync(path));
	if (missing.length > 0) throw new Error(`Not built, run \`npm run build\`: ${missing.join(', ')}`);
	const time = async (path: string) => (await stat(path)).mtimeMs;
	const oldest = Math.min(...(await Promise.all(built.map(time))));
	for (const { path } of await sources('nodes', 'credentials')) {
		if ((await time(join(projectFolder, path))) > oldest)
			throw new Error(`dist/ is older than ${path}: run \`npm run build\`.`);
	}
}

async function succeed(program: string, args: string[]): Promise<string> {
	const { code, stdout, output } = await run(program, args);
	if (code !== 0) throw new Error(`\`${[program, ...args].join(' ')}\` ended with ${code}:\n${output}`);
	return stdout;
}
