import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../host/command.mjs';
import { withFileLock } from '../host/fileLock.mjs';
import { ensureNode24, node24Environment, projectFolder } from '../host/index.mjs';
import { withProgress } from '../host/progress.mjs';
import { fingerprint } from './fingerprint.mjs';

const SOURCES = [
	'credentials',
	'nodes',
	'sandbox',
	'gulpfile.js',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'README.md',
	'LICENSE',
];

const built = (...names) => join(projectFolder, 'build', ...names);

/** What a build leaves behind. */
const result = {
	tarball: built('n8n-nodes-pagerduty.tgz'),
	sandboxMain: built('sandbox', 'main.js'),
	sandboxKeys: built('sandbox', 'keys.mjs'),
};

/**
 * Builds the package and the sandbox and packs the package, unless that was done from these very sources.
 *
 * @param {{ always?: boolean }} [options] `always` builds in any case: tests must not trust what lies there
 * @returns {Promise<{ tarball: string, sandboxMain: string, sandboxKeys: string, tarballHash: string }>} absolute
 * paths; `sandboxKeys` is the sandbox's list of keys as an ES module
 * @throws {import('../host/advice.mjs').Advice} with the compiler's words
 */
export async function ensurePack({ always = false } = {}) {
	const env = node24Environment(await ensureNode24());
	await withFileLock(built('.lock'), async () => {
		const sources = await fingerprint(projectFolder, SOURCES);
		const stamp = built('.sources');
		const present = Object.values(result).every(existsSync) && existsSync(join(projectFolder, 'dist'));
		if (!always && present && existsSync(stamp) && (await readFile(stamp, 'utf8')) === sources) return;
		await withProgress('Building and packing', () => build(env));
		await writeFile(stamp, sources);
	});
	return { ...result, tarballHash: await fingerprint(projectFolder, ['build/n8n-nodes-pagerduty.tgz']) };
}

async function build(env) {
	const inProject = { cwd: projectFolder, env };
	await command('node', ['node_modules/gulp/bin/gulp.js', 'build'], inProject);
	await command(
		'node',
		[
			'node_modules/esbuild/bin/esbuild',
			'sandbox/keys.ts',
			'--format=esm',
			`--outfile=${result.sandboxKeys}`,
		],
		inProject,
	);
	await mkdir(built('pack'), { recursive: true });
	const answer = await command(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', built('pack')],
		inProject,
	);
	const packed = JSON.parse(answer);
	const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed);
	await rename(built('pack', filename), result.tarball);
}
