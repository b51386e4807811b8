import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './command.mjs';
import { withProgress } from './progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A browser for the tests that look at pages: one that is there, else Debian's (as root, where apt-get is).
 *
 * @returns {Promise<string | undefined>} its program; undefined (and a message) when there is none, so that those
 * tests are reported as skipped
 */
export async function ensureChromium() {
	const present = findChromium();
	if (present) return present;
	if (process.getuid?.() === 0 && findProgram('apt-get')) {
		try {
			await withProgress('Installing Chromium for the browser tests', async () => {
				await command('apt-get', ['update', '-qq']);
				await command('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
					env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
				});
			});
		} catch (error) {
			console.error(error.message);
		}
	}
	const installed = findChromium();
	if (!installed) {
		console.error(
			'No Chromium here: the tests that use a browser are skipped. Install chromium, or set CHROMIUM_BIN to a browser.',
		);
	}
	return installed;
}

function findChromium() {
	return (
		process.env.CHROMIUM_BIN || NAMES.map(findProgram).find(Boolean) || (isExecutable(MAC) ? MAC : undefined)
	);
}

function findProgram(name) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
