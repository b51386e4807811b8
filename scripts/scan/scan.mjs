/**
 * n8n's own scan, as its verification runs it: `node scripts/scan/scan.mjs source <checkout>` or
 * `node scripts/scan/scan.mjs package <unpacked tarball>`. Prints what it found; ends with 0 when that is nothing.
 */
import { resolve } from 'node:path';
import { Advice, runMain } from '../host/advice.mjs';
import { ensureScanner } from './install.mjs';

const [kind, folder = '.'] = process.argv.slice(2);

await runMain(async () => {
	const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(await ensureScanner());
	// The two file lists are those of n8n's scan of a published package.
	const patterns = { source: SOURCE_FILE_PATTERNS, package: ['**/*.js', 'package.json'] }[kind];
	if (!patterns)
		throw new Advice('Say what to scan: `scan.mjs source <folder>` or `scan.mjs package <folder>`.');
	const { passed, message, details } = await analyzePackage(resolve(folder), patterns);
	if (!passed) throw new Advice([message, details].filter(Boolean).join('\n'));
	// A pattern that matches nothing passes too: nobody should take that for a clean package.
	if (message) throw new Advice(`${message} in ${resolve(folder)}`);
});
