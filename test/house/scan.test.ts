import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';
import { projectFolder, run } from './programs';

/** The first run fetches the scanner. */
const TIMEOUT = 240_000;

/** What the scan complains about. */
async function scan(kind: 'source' | 'package', folder: string) {
	const { code, output } = await run('node', ['scripts/scan/scan.mjs', kind, folder]);
	return code === 0 ? '' : output;
}

describe("n8n's own scan, as its verification runs it", () => {
	let built: BuiltPackage;
	beforeAll(async () => (built = await unpackBuiltPackage()), 60_000);
	afterAll(() => built?.remove());

	it(
		'would find a forbidden import in the package',
		async () => {
			const probe = join(built.folder, 'probe.js');
			await writeFile(probe, "require('node:child_process');\n");
			const findings = await scan('package', built.folder).finally(() => rm(probe));

			expect(findings).toContain("Require of 'node:child_process' is not allowed");
		},
		TIMEOUT,
	);

	it(
		'finds nothing in the source',
		async () => {
			expect(await scan('source', projectFolder)).toBe('');
		},
		TIMEOUT,
	);

	it(
		'finds nothing in the package',
		async () => {
			expect(await scan('package', built.folder)).toBe('');
		},
		TIMEOUT,
	);
});
