import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Advice } from './advice.mjs';
import { command } from './command.mjs';

/**
 * Puts a packed community package where n8n looks for it, in the way n8n's own installer does: unpacked into
 * node_modules of its nodes folder, without its peer and development dependencies, and named in that folder's
 * package.json. No network is needed, because such a package has no dependencies.
 *
 * @param {string} tarball made by `npm pack`
 * @param {string} userFolder n8n's N8N_USER_FOLDER
 * @returns {Promise<string>} the folder of the package
 */
export async function installCommunityPackage(tarball, userFolder) {
	if (!existsSync(tarball))
		throw new Advice(`There is no package at ${tarball}: npm test and npm start make it.`);
	const nodes = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodes, 'unpacking');
	await rm(unpacked, { recursive: true, force: true });
	await mkdir(unpacked, { recursive: true });
	await command('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	const { devDependencies, peerDependencies, ...description } = await readJson(
		join(unpacked, 'package.json'),
	);
	if (Object.keys(description.dependencies ?? {}).length > 0) {
		throw new Advice(`${description.name} has dependencies; n8n's community packages must not.`);
	}
	await writeJson(join(unpacked, 'package.json'), description);

	const folder = join(nodes, 'node_modules', description.name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(dirname(folder), { recursive: true });
	await rename(unpacked, folder);

	const list = join(nodes, 'package.json');
	const installed = existsSync(list) ? await readJson(list) : { name: 'installed-nodes', private: true };
	installed.dependencies = { ...installed.dependencies, [description.name]: description.version };
	await writeJson(list, installed);
	return folder;
}

const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));
const writeJson = (file, value) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
