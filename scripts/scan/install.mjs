import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureLocked } from '../test/lockedFolder.mjs';

/**
 * n8n's scanner, installed once per lock file beside n8n itself. It has a folder of its own because the TypeScript
 * 7 that it names cannot serve its parser, and this project's package.json must not hold overrides.
 *
 * @returns {Promise<string>} the address of its scanner module, for `import()`
 * @throws {import('../host/advice.mjs').Advice} when the network is missing on the first run
 */
export async function ensureScanner() {
	const from = fileURLToPath(new URL('.', import.meta.url));
	const what = "n8n's scanner of community packages";
	const folder = await ensureLocked({ name: 'n8n-scan', what, from });
	return pathToFileURL(
		join(folder, 'node_modules', '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs'),
	).href;
}
