import { cp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { installOnce } from './installOnce.mjs';
import { ensureN8n } from './n8n.mjs';
import { n8nClient } from './n8nClient.mjs';
import { n8nLogFile } from './n8nSettings.mjs';
import { startN8n } from './runN8n.mjs';

/** The owner account of every prepared user folder. It lives on loopback, in folders that tests throw away. */
export const testOwner = { email: 'owner@example.com', password: 'Tests-own-this-1' };

/**
 * Makes a user folder in which n8n's migrations are done and the owner account exists, so that a start takes the time
 * of a second start. The original is made once for each n8n and kept in the cache.
 *
 * @param {'2.41' | '1.123'} which
 * @param {string} userFolder must not exist yet
 */
export async function prepareUserFolder(which, userFolder) {
	const { dir } = await ensureN8n(which);
	const original = await installOnce(`${basename(dir)}-user`, async (part) => {
		const n8n = await startN8n({ userFolder: part, which });
		try {
			await n8nClient(n8n.url).login(testOwner);
		} finally {
			await n8n.stop();
		}
		await rm(n8nLogFile(part), { force: true });
	});
	await cp(join(original, '.n8n'), join(userFolder, '.n8n'), { recursive: true });
}
