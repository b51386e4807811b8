import { installCommunityPackage } from '../../scripts/host/communityPackage.mjs';
import { prepareUserFolder, testOwner } from '../../scripts/host/preparedUserFolder.mjs';
import { n8nClient } from '../../scripts/host/n8nClient.mjs';
import { startN8n } from '../../scripts/host/runN8n.mjs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * An n8n of one's own with the package in it and its owner logged in. Stopping it removes its data.
 *
 * @param {{ which?: '2.41' | '1.123', env?: NodeJS.ProcessEnv, tarball?: string, copyOf?: string, editor?: boolean }} [options]
 * `copyOf` is the user folder of another one, which does not run at the moment: a backup that is started elsewhere;
 * `editor` is for tests with a browser, with Code nodes or of what n8n offers: without it n8n starts in half the time
 */
export async function newN8n({
	which = '2.41',
	env,
	tarball = process.env.N8N_PAGERDUTY_TARBALL,
	copyOf,
	editor = false,
} = {}) {
	if (!tarball)
		throw new Error('There is no packed package to test: run the layer with `npm test -- --layer e2e`.');
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-'));
	if (copyOf) await cp(join(copyOf, '.n8n'), join(userFolder, '.n8n'), { recursive: true });
	else {
		await prepareUserFolder(which, userFolder);
		await cp(await installed(tarball), join(userFolder, '.n8n', 'nodes'), { recursive: true });
	}
	const host = await startN8n({ userFolder, which, env, editor });
	process.once('exit', () => removeNow(host));
	const client = n8nClient(host.url);
	await client.login(testOwner);
	return {
		host,
		client,
		owner: testOwner,
		async stop() {
			await host.stop();
			await rm(userFolder, { recursive: true, force: true });
		},
	};
}

const installations = new Map();

/** The folder in which npm has installed a package as README says. Each n8n of this process gets a copy of it. */
function installed(tarball) {
	if (!installations.has(tarball)) installations.set(tarball, install(tarball));
	return installations.get(tarball);
}

async function install(tarball) {
	const home = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-package-'));
	process.once('exit', () => rmSync(home, { recursive: true, force: true }));
	await installCommunityPackage(tarball, home);
	return join(home, '.n8n', 'nodes');
}

/** At the very end of a process nothing can be waited for, and an n8n that ends in order would write into its folder meanwhile. */
function removeNow({ pid, userFolder }) {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It was stopped before.
	}
	rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
}

const shared = new Map();

/**
 * The one n8n of a version that all test files of this process share: Jest loads test files anew each time, but not
 * this module. It ends with the process.
 *
 * @param {'2.41' | '1.123'} which
 */
export function sharedN8n(which) {
	if (!shared.has(which)) shared.set(which, newN8n({ which, editor: true }));
	return shared.get(which);
}
