import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../host/command.mjs';
import { installOnce } from '../host/installOnce.mjs';
import { withProgress } from '../host/progress.mjs';

const FILES = ['package.json', 'package-lock.json'];

/**
 * Packages that this project's own package.json must not or need not name: they have a package.json and a lock file of
 * their own, and are installed once per lock file beside n8n itself.
 *
 * @param {{ name: string, what: string, from: string }} packages `name` begins that of the folder, `what` is told to
 * whoever waits, `from` holds the two files
 * @returns {Promise<string>} the folder with their `node_modules`
 * @throws {import('../host/advice.mjs').Advice} when the network is missing on the first run
 */
export async function ensureLocked({ name, what, from }) {
	const lock = createHash('sha256');
	for (const file of FILES) lock.update(await readFile(join(from, file)));
	return await installOnce(`${name}-${lock.digest('hex').slice(0, 12)}`, async (folder) => {
		for (const file of FILES) await copyFile(join(from, file), join(folder, file));
		await withProgress(`Installing ${what} (only the first time)`, () =>
			command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
				cwd: folder,
				advice: 'Check the network and run this again.',
			}),
		);
	});
}
