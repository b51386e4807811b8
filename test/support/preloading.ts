import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Settings of an n8n into which some files are loaded before it starts.
 *
 * @param files from the folder of tests, such as `e2e/timePasses.mjs`
 */
export const preloading = (...files: string[]) => ({
	NODE_OPTIONS: files.map((file) => `--import=${pathToFileURL(join(__dirname, '..', file)).href}`).join(' '),
});
