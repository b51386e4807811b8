import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './command.mjs';
import { withFileLock } from './fileLock.mjs';
import { ensureNode24, node24Environment } from './node24.mjs';
import { withProgress } from './progress.mjs';

/** The checkout that these scripts belong to. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Installs this project's own packages when node_modules does not hold what package-lock.json says. Contents are
 * compared, not times: a checkout touches files without changing them.
 */
export async function ensureProject() {
	if (await isInstalled()) return;
	const env = node24Environment(await ensureNode24());
	await withFileLock(join(projectFolder, '.npm-ci.lock'), async () => {
		if (await isInstalled()) return;
		await withProgress('Installing the packages of this project', () =>
			command('npm', ['ci', '--no-audit', '--no-fund'], {
				cwd: projectFolder,
				env,
				advice: 'Check the network and run this again.',
			}),
		);
	});
}

async function isInstalled() {
	const [wanted, present] = await Promise.all([
		packagesIn(join(projectFolder, 'package-lock.json')),
		packagesIn(join(projectFolder, 'node_modules', '.package-lock.json')),
	]);
	if (!wanted || !present) return false;
	// An optional package may be for another platform, and so rightly be missing.
	return Object.entries(wanted).every(
		([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
	);
}

async function packagesIn(lockFile) {
	try {
		return JSON.parse(await readFile(lockFile, 'utf8')).packages;
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
}
