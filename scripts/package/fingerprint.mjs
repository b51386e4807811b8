import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * A hash over names and contents of files, folders taken with all that is in them. Two equal hashes mean that
 * building again would give the same.
 *
 * @param {string} root the paths are relative to it
 * @param {string[]} paths files or folders; one that is not there counts as empty
 * @returns {Promise<string>} hexadecimal
 */
export async function fingerprint(root, paths) {
	const hash = createHash('sha256');
	for (const path of paths) {
		for (const file of await filesIn(join(root, path))) {
			hash
				.update(`${relative(root, file)}\0`)
				.update(await readFile(file))
				.update('\0');
		}
	}
	return hash.digest('hex');
}

async function filesIn(path) {
	if (!existsSync(path)) return [];
	if ((await stat(path)).isFile()) return [path];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name))
		.sort();
}
