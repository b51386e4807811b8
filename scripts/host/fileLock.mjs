import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
/** A holder that has not touched its lock for this long is taken for dead, whatever its process id says (ids are used again). */
const SILENT_MS = 90_000;

/**
 * Runs `work` while holding a lock that other processes respect. A lock left behind by a dead process is taken over.
 *
 * @template T
 * @param {string} path of the lock file
 * @param {() => Promise<T>} work
 * @param {(holder: string) => void} [onWait] told once, when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withFileLock(path, work, onWait) {
	await mkdir(dirname(path), { recursive: true });
	let told = false;
	while (!(await tryLock(path))) {
		if (await isAbandoned(path)) {
			await takeOver(path);
			continue;
		}
		if (!told) onWait?.(await holderOf(path));
		told = true;
		await wait(500);
	}
	const heartbeat = setInterval(
		() => void utimes(path, new Date(), new Date()).catch(() => {}),
		HEARTBEAT_MS,
	);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		await rm(path, { force: true });
	}
}

async function tryLock(path) {
	try {
		await writeFile(path, `${process.pid}@${hostname()}`, { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	}
}

const holderOf = (path) => readFile(path, 'utf8').catch(() => '');

async function isAbandoned(path) {
	const touched = await stat(path).catch(() => undefined);
	if (!touched) return false;
	if (Date.now() - touched.mtimeMs > SILENT_MS) return true;
	const [pid, host] = (await holderOf(path)).split('@');
	return host === hostname() && !isAlive(Number(pid));
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/**
 * Two waiters may find the same dead lock at once. The second must not remove the lock that the first has made
 * meanwhile, so removing is done by one at a time, who looks again.
 */
async function takeOver(path) {
	const broom = `${path}.takeover`;
	try {
		await mkdir(broom);
	} catch {
		const since = await stat(broom).catch(() => undefined);
		if (since && Date.now() - since.mtimeMs > SILENT_MS) await rm(broom, { recursive: true, force: true });
		return void (await wait(100));
	}
	try {
		if (await isAbandoned(path)) await rm(path, { force: true });
	} finally {
		await rm(broom, { recursive: true, force: true });
	}
}
