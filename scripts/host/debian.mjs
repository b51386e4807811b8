import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './command.mjs';
import { withProgress } from './progress.mjs';

/** @returns {string | undefined} the program of that name in the PATH, or in one of the other folders */
export function findProgram(name, folders = []) {
	const path = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return [...path, ...folders].map((folder) => join(folder, name)).find(isExecutable);
}

export function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** @returns {string[]} the folders in a folder, newest name first; none when it is not there */
export function foldersIn(folder) {
	try {
		return readdirSync(folder)
			.sort((one, other) => other.localeCompare(one, undefined, { numeric: true }))
			.map((name) => join(folder, name));
	} catch {
		return [];
	}
}

/**
 * What is there, else what there is once a Debian package is installed.
 *
 * @template T
 * @param {() => T | undefined} find
 * @param {string} name of the package
 * @param {string} purpose `for the browser tests`
 * @returns {Promise<T | undefined>}
 * @throws {import('./advice.mjs').Advice} when apt-get fails
 */
export async function foundOrInstalled(find, name, purpose) {
	const present = find();
	if (present) return present;
	await installDebianPackage(name, purpose);
	return find();
}

/**
 * Installs a Debian package, as root or with a sudo that asks nothing.
 *
 * @param {string} name
 * @param {string} purpose `for the browser tests`
 * @returns {Promise<boolean>} false where that is not possible
 * @throws {Advice} when apt-get fails
 */
export async function installDebianPackage(name, purpose) {
	const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	if (!findProgram('apt-get') || (asRoot.length > 0 && !findProgram('sudo'))) return false;
	const [program, ...args] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
	await withProgress(`Installing ${name} ${purpose}`, async () => {
		await command(program, [...args, 'update', '-qq']);
		await command(program, [...args, 'install', '-y', '-qq', '--no-install-recommends', name]);
	});
	return true;
}
