import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Advice } from './advice.mjs';
import { cacheFolder } from './cacheFolder.mjs';
import { command } from './command.mjs';
import { freeBytes, gigabytes, requireFreeSpace } from './freeSpace.mjs';
import { installOnce } from './installOnce.mjs';
import { copyLock, lockDigest } from './lockedPackages.mjs';
import { ensureNode24, node24Environment } from './node24.mjs';
import { withProgress } from './progress.mjs';

/** Room that an installation takes, npm's own cache of the downloads included. */
const ROOM = { 2.41: 5e9, 1.123: 3.5e9 };

/**
 * A pinned n8n, installed once per lock file and shared by all clones.
 *
 * @param {'2.41' | '1.123'} [which]
 * @returns {Promise<{ dir: string, bin: string, nodeBin: string, which: string }>} `dir` holds node_modules, `bin` is
 * the file to run with `<nodeBin>/node`
 * @throws {Advice} no room, no network, no compiler
 */
export async function ensureN8n(which = '2.41') {
	if (!ROOM[which])
		throw new Advice(`There is no n8n "${which}" here: choose ${Object.keys(ROOM).join(' or ')}.`);
	const nodeBin = await ensureNode24();
	const source = fileURLToPath(new URL(`./n8n-${which}`, import.meta.url));
	// Native modules belong to one platform and one major version of Node.
	const digest = await lockDigest(source, `${process.platform} ${process.arch} node24`);
	const dir = await installOnce(`n8n-${which}-${digest}`, (part) => install(which, source, part, nodeBin));
	return { dir, bin: join(dir, 'node_modules', 'n8n', 'bin', 'n8n'), nodeBin, which };
}

async function install(which, source, part, nodeBin) {
	await requireFreeSpace(cacheFolder(), ROOM[which], `n8n ${which}`);
	await copyLock(source, part);
	const env = node24Environment(nodeBin);
	const npm = (args, advice) => command('npm', args, { cwd: part, env, advice });
	await withProgress(`Installing n8n ${which} (only the first time; takes some minutes)`, async (report) => {
		const before = await freeBytes(part);
		const watch = setInterval(
			async () => report(`${gigabytes(before - (await freeBytes(part)))} so far`),
			1_000,
		);
		try {
			// Scripts off: one of n8n's packages fails to build without libcurl's headers, and nothing here uses it.
			await npm(
				['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'],
				'Check the network and run this again.',
			);
			report('building native modules');
			clearInterval(watch);
			await npm(
				['rebuild', '--ignore-scripts=false', 'sqlite3', 'isolated-vm'],
				'Where no prebuilt module can be downloaded, Python 3, make and a C++ compiler are needed (Debian: apt-get install python3 make g++).',
			);
		} finally {
			clearInterval(watch);
		}
		await command(join(nodeBin, 'node'), ['-e', 'require("sqlite3"); require("isolated-vm")'], {
			cwd: part,
			env,
		});
	});
}
