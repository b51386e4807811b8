import { command } from '../host/command.mjs';
import { installOnce } from '../host/installOnce.mjs';
import { copyLock, lockDigest } from '../host/lockedPackages.mjs';
import { withProgress } from '../host/progress.mjs';

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
	return await installOnce(`${name}-${await lockDigest(from)}`, async (folder) => {
		await copyLock(from, folder);
		await withProgress(`Installing ${what} (only the first time)`, () =>
			command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
				cwd: folder,
				advice: 'Check the network and run this again.',
			}),
		);
	});
}
