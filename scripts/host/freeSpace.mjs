import { mkdir, statfs } from 'node:fs/promises';
import { Advice } from './advice.mjs';

/** Free space at a folder (made when missing), in bytes. */
export async function freeBytes(folder) {
	await mkdir(folder, { recursive: true });
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

/**
 * @param {string} folder where the files will go
 * @param {number} neededBytes
 * @param {string} what named in the message
 * @throws {Advice} when there is less room than needed
 */
export async function requireFreeSpace(folder, neededBytes, what) {
	const free = await freeBytes(folder);
	if (free >= neededBytes) return;
	throw new Advice(
		`${what} needs ${gigabytes(neededBytes)} of free space in ${folder}; there are ${gigabytes(free)}.\n` +
			'Make room, or set N8N_PAGERDUTY_CACHE to a folder on a bigger disk.',
	);
}

/** Bytes as people read them: "1.2 GB". */
export const gigabytes = (bytes) => `${(Math.max(0, bytes) / 1e9).toFixed(1)} GB`;
