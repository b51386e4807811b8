import { randomInt } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../host/index.mjs';

/** Everything that the demo keeps between two starts: logins, keys and data, for whoever started it and nobody else. */
export const demoFolder = process.env.N8N_PAGERDUTY_DEMO || join(projectFolder, '.demo');
export const demoLock = join(demoFolder, 'running.lock');
const file = join(demoFolder, 'demo.json');

/**
 * What earlier starts have made, so that the next one makes nothing twice.
 *
 * @typedef {object} DemoRecord
 * @property {{ email: string, password: string }} login of n8n
 * @property {string} [n8nUrl] and `sandboxUrl`: where they listened last
 * @property {string} [sandboxUrl]
 * @property {number} [mailPort] of the sandbox
 * @property {string} [tarballHash] of the package that is installed in n8n
 * @property {Record<string, string>} credentials id by `credentialKey` of credentials.mjs
 * @property {Record<string, string>} workflows id by file name of the template
 * @property {string[]} [unfinished] files of templates that are imported, but not set up and published yet
 */

/** Makes the demo's folder and closes it to other users of the machine, also one that an earlier start left open. */
export async function closeDemoFolder() {
	await mkdir(demoFolder, { recursive: true, mode: 0o700 });
	await chmod(demoFolder, 0o700);
}

/** @returns {Promise<DemoRecord>} that of the last start, or a new one */
export async function readRecord() {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
		return { login: { email: 'demo@example.com', password: newPassword() }, credentials: {}, workflows: {} };
	}
}

/** @param {DemoRecord} record */
export async function writeRecord(record) {
	await closeDemoFolder();
	await writeFile(`${file}.new`, `${JSON.stringify(record, null, '\t')}\n`, { mode: 0o600 });
	await rename(`${file}.new`, file);
}

/** Removes all of it but the lock, which the one who resets is holding. */
export async function forgetDemo() {
	for (const entry of await readdir(demoFolder)) {
		if (join(demoFolder, entry) !== demoLock)
			await rm(join(demoFolder, entry), { recursive: true, force: true });
	}
}

/** Not a fixed one: whoever can log in to n8n can run code as the user who started it. */
function newPassword() {
	const letters = 'abcdefghjkmnpqrstuvwxyz';
	const word = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
	return `Demo-${word()}-${word()}-${randomInt(10, 100)}`;
}
