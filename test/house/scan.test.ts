import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';
import { projectFolder, run } from './programs';

/** The first run fetches the scanner. */
const TIMEOUT = 240_000;

const scan = (kind: 'source' | 'package', folder: string) =>
	run('node', ['scripts/scan/scan.mjs', kind, folder]);

describe("n8n's own scan, as its verification runs it", () => {
	let built: BuiltPackage;
	beforeAll(async () => (built = await unpackBuiltPackage()), 60_000);
	afterAll(() => built?.remove());

	it(
		'finds nothing in the source',
		async () => {
			expect(await scan('source', projectFolder)).toMatchObject({ stdout: '', code: 0 });
		},
		TIMEOUT,
	);

	it(
		'finds nothing in the package',
		async () => {
			expect(await scan('package', built.folder)).toMatchObject({ stdout: '', code: 0 });
		},
		TIMEOUT,
	);
});
