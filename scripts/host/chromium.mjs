import { findProgram, foundOrInstalled, isExecutable } from './debian.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A browser for the tests that look at pages: one that is there, else Debian's.
 *
 * @returns {Promise<string | undefined>} its program; undefined (and a message) when there is none, so that those
 * tests are reported as skipped
 */
export async function ensureChromium() {
	const chromium = await foundOrInstalled(findChromium, 'chromium', 'for the browser tests').catch((error) =>
		console.error(error.message),
	);
	if (!chromium) {
		console.error(
			'No Chromium here: the tests that use a browser are skipped. Install chromium, or set CHROMIUM_BIN to a browser.',
		);
	}
	return chromium;
}

function findChromium() {
	return (
		process.env.CHROMIUM_BIN ||
		NAMES.map((name) => findProgram(name)).find(Boolean) ||
		(isExecutable(MAC) ? MAC : undefined)
	);
}
