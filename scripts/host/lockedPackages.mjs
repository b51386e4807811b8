import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What decides which packages `npm ci` installs. */
const FILES = ['package.json', 'package-lock.json'];

/**
 * A digest of what a folder's lock file says, to name the folder of an installation by.
 *
 * @param {string} folder
 * @param {string} [more] what else the installation depends on
 * @returns {Promise<string>} twelve hexadecimal digits
 */
export async function lockDigest(folder, more = '') {
	const hash = createHash('sha256').update(more);
	for (const file of FILES) hash.update(await readFile(join(folder, file)));
	return hash.digest('hex').slice(0, 12);
}

/** Copies what `npm ci` needs from one folder to another. */
export async function copyLock(from, to) {
	for (const file of FILES) await copyFile(join(from, file), join(to, file));
}
