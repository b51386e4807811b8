import { places, sources, type SourceFile } from './sources';

const CODE = /\.(ts|mjs|js)$/;
const WHERE_CODE_LIES = ['nodes', 'credentials', 'sandbox', 'scripts', 'test'];

const code = async (...folders: string[]) =>
	(await sources(...folders)).filter(({ path }) => CODE.test(path) && !path.endsWith('.d.ts'));

const median = (files: SourceFile[]) =>
	files.map(({ lines }) => lines).sort((a, b) => a - b)[files.length >> 1];

describe('files', () => {
	it('are never longer than 200 lines', async () => {
		const files = await code(...WHERE_CODE_LIES);

		const long = files.filter(({ lines }) => lines > 200).map(({ path, lines }) => `${path}:${lines} lines`);

		expect(files.length).toBeGreaterThan(0);
		expect(long).toEqual([]);
	});

	it('of the pack are short: half of them have at most 60 lines', async () => {
		expect(median(await code('nodes', 'credentials'))).toBeLessThanOrEqual(60);
	});

	it('have names that say what is inside', async () => {
		const named = (await code(...WHERE_CODE_LIES)).map(({ path }) => path);

		expect(
			named.filter((path) => /(^|\/)(utils?|helpers?|common|misc|GenericFunctions)[./]/i.test(path)),
		).toEqual([]);
	});

	it('know no folder of one machine', async () => {
		// In Docker n8n lives in /home/node, wherever Docker runs.
		const folder = /(?<![\w.~:/-])\/(work|root|Users\/\w+|home\/(?!node\b)\w+)\//;

		expect(places(await sources(), folder, 'a folder of one machine')).toEqual([]);
	});

	it('lock packages by version and checksum, not by the registry that they once came from', async () => {
		const files = (await sources()).filter(({ path }) => /(^|\/)(package-lock\.json|\.npmrc)$/.test(path));

		expect(files.map(({ path }) => path)).toContain('package-lock.json');
		expect(places(files, /"resolved":.*|registry\s*=.*/, 'a registry')).toEqual([]);
	});

	it('of the pack and the stand-in quiet neither the compiler nor the lint', async () => {
		const quiet =
			/eslint-disable|@ts-(ignore|nocheck|expect-error)|\bas unknown as\b|\bas any\b|<any>|:\s*any\b(?=\s*[;,)=[|&{]|$)/;

		expect(places(await sources('nodes', 'credentials', 'sandbox'), quiet, 'quiets a check')).toEqual([]);
	});

	it('of tests measure no time outside of bench, load and e2e: a busy machine may need any', async () => {
		const layers = ['unit', 'node', 'contract', 'sandbox', 'clients', 'faults', 'house'];
		const timed = /expect\(\s*(?:performance|Date)\.now\(\).*\.toBeLess/;

		expect(places(await sources(...layers.map((layer) => `test/${layer}`)), timed, 'measures time')).toEqual(
			[],
		);
	});

	it("of the pack know n8n's errors by their names: those of a second n8n-workflow are of other classes", async () => {
		const byClass =
			/\binstanceof\s+(?:\w+\.)?(?:\w*(?:Node|Workflow|Expression|Execution|Operational|Unexpected|User)\w*Error|ApplicationError)\b/;

		expect(
			places(await sources('nodes', 'credentials'), byClass, 'knows a class of its own copy only'),
		).toEqual([]);
	});
});
