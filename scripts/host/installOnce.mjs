import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { withFileLock } from './fileLock.mjs';

const MARKER = '.complete';

/**
 * A folder of the cache that is either there and complete, or not there. `install` fills a folder beside it that
 * is renamed at the end; what an interrupted installation left is removed; of two processes that want the same
 * folder one installs and the other waits.
 *
 * @param {string} name of the folder, unique to what stands in it (contains a hash of its lock file)
 * @param {(folder: string) => Promise<void>} install
 * @returns {Promise<string>} the folder
 */
export async function installOnce(name, install) {
	const cache = cacheFolder();
	const folder = join(cache, name);
	if (existsSync(join(folder, MARKER))) return folder;
	const sayWaiting = (holder) =>
		process.stderr.write(`Another process (${holder}) is installing ${name}; waiting for it.\n`);
	return await withFileLock(
		join(cache, `${name}.lock`),
		async () => {
			if (existsSync(join(folder, MARKER))) return folder;
			await removeLeftovers(cache, name);
			const part = join(cache, `${name}.part-${process.pid}`);
			try {
				await mkdir(part, { recursive: true });
				await install(part);
				await writeFile(join(part, MARKER), `${new Date().toISOString()}\n`);
				await rename(part, folder);
			} catch (error) {
				await rm(part, { recursive: true, force: true });
				throw error;
			}
			return folder;
		},
		sayWaiting,
	);
}

async function removeLeftovers(cache, name) {
	const leftovers = (await readdir(cache)).filter(
		(entry) => entry === name || entry.startsWith(`${name}.part-`),
	);
	for (const entry of leftovers) await rm(join(cache, entry), { recursive: true, force: true });
}
