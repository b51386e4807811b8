import { cacheFolder } from '../host/cacheFolder.mjs';
import { command } from '../host/command.mjs';
import { gigabytes } from '../host/freeSpace.mjs';

/**
 * Where downloads are kept and how much room they take, as a sentence. The size is left out where there is no `du`.
 *
 * @returns {Promise<string>}
 */
export async function describeCache() {
	const folder = cacheFolder();
	const size = await command('du', ['-sk', folder]).then(
		(answer) => ` (${gigabytes(Number.parseInt(answer, 10) * 1024)})`,
		() => '',
	);
	return `n8n and Node are kept in ${folder}${size}, shared by all checkouts. Delete that folder to get the space back.`;
}
