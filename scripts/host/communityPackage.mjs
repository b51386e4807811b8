import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Advice } from './advice.mjs';
import { command } from './command.mjs';

/** What README tells people to type in a checkout; a test compares the two. */
export const installCommand = 'npm install --prefix ~/.n8n/nodes "$PWD/build/n8n-nodes-pagerduty.tgz"';

/**
 * Installs the packed package as README tells people to.
 *
 * @param {string} tarball `build/n8n-nodes-pagerduty.tgz` of a checkout
 * @param {string} userFolder n8n's N8N_USER_FOLDER
 * @throws {Advice} with npm's words
 */
export async function installCommunityPackage(tarball, userFolder) {
	if (!existsSync(tarball))
		throw new Advice(`There is no package at ${tarball}: npm test and npm start make it.`);
	await mkdir(userFolder, { recursive: true });
	await command('sh', ['-c', installCommand], {
		cwd: dirname(dirname(tarball)),
		env: peopleEnvironment(userFolder),
	});
}

/**
 * The environment of a person with this home folder. Settings that `npm test` hands down are not in it. npm asks no
 * registry: the package needs nothing from there, and without a network the question alone takes a minute.
 *
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
const peopleEnvironment = (home) => ({
	PATH: process.env.PATH,
	HOME: home,
	npm_config_offline: 'true',
	npm_config_update_notifier: 'false',
});
