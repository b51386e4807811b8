import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { command } from '../host/command.mjs';
import { installOnce } from '../host/installOnce.mjs';
import { withProgress } from '../host/progress.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const FILES = ['package.json', 'package-lock.json'];

/**
 * n8n's scanner, installed once per lock file beside n8n itself. It has a folder of its own because the TypeScript
 * 7 that it names cannot serve its parser, and this project's package.json must not hold overrides.
 *
 * @returns {Promise<string>} the address of its scanner module, for `import()`
 * @throws {import('../host/advice.mjs').Advice} when the network is missing on the first run
 */
export async function ensureScanner() {
	const lock = createHash('sha256');
	for (const file of FILES) lock.update(await readFile(join(here, file)));
	const folder = await installOnce(`n8n-scan-${lock.digest('hex').slice(0, 12)}`, install);
	return pathToFileURL(
		join(folder, 'node_modules', '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs'),
	).href;
}

async function install(folder) {
	for (const file of FILES) await copyFile(join(here, file), join(folder, file));
	await withProgress("Installing n8n's scanner of community packages (only the first time)", () =>
		command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
			cwd: folder,
			advice: 'Check the network and run this again.',
		}),
	);
}
