import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Node 24 and n8n are kept: outside of the checkout, so that all clones share one installation of some
 * gigabytes.
 *
 * @returns {string} an absolute path; the folder need not exist yet
 */
export function cacheFolder() {
	const { N8N_PAGERDUTY_CACHE, XDG_CACHE_HOME } = process.env;
	return N8N_PAGERDUTY_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-pagerduty');
}
