import { unpackBuiltPackage, type BuiltPackage } from './builtPackage';
import { describeBuilt } from './builtDescription';
import { lint } from './lint';
import { run } from './programs';

describe('lint', () => {
	it('finds nothing in the source', async () => {
		const { files, findings } = await lint({ patterns: ['.'] });

		expect(findings).toEqual([]);
		expect(files).toEqual(
			expect.arrayContaining(['package.json', 'eslint.config.mjs', 'nodes/PagerDuty/PagerDuty.node.ts']),
		);
	}, 120_000);

	it('sees an `any`, a cast by way of `unknown`, and a rule that is switched off beside the code', async () => {
		const { findings } = await lint({
			texts: [
				{ filePath: 'nodes/PagerDuty/api/probe.ts', code: 'export const id = (value: any) => value;' },
				{ filePath: 'sandbox/probe.ts', code: 'export const id = [] as unknown as string;' },
				{
					filePath: 'credentials/probe.ts',
					code: `// eslint-${'disable'}-next-line no-var\nexport var id = 1;`,
				},
			],
		});

		expect(findings).toEqual([
			expect.stringMatching(/^nodes\/PagerDuty\/api\/probe.ts:1 no-restricted-syntax /),
			expect.stringMatching(/^sandbox\/probe.ts:1 no-restricted-syntax /),
			expect.stringMatching(/^credentials\/probe.ts:1 null .*has no effect/),
			expect.stringMatching(/^credentials\/probe.ts:2 no-var /),
		]);
	}, 60_000);
});

describe('types', () => {
	it('agree everywhere', async () => {
		expect(await run('node', ['node_modules/typescript/bin/tsc', '--noEmit'])).toMatchObject({
			output: '',
			code: 0,
		});
	}, 120_000);
});

describe('lint of the built descriptions', () => {
	let built: BuiltPackage;
	beforeAll(async () => (built = await unpackBuiltPackage()), 60_000);
	afterAll(() => built?.remove());

	it('finds nothing in what n8n loads', async () => {
		const texts = describeBuilt(built);
		const { files, findings } = await lint({ texts });

		expect(findings).toEqual([]);
		expect(files).toEqual(texts.map(({ filePath }) => filePath));
	}, 120_000);

	it('would find a fault in a field that a function has made', async () => {
		const [text] = describeBuilt(built).filter(({ filePath }) => filePath.endsWith('/PagerDuty.node.ts'));
		const faulty = {
			filePath: '',
			...text,
			code: text?.code.replace("description: 'Max number", "description: 'max number") ?? '',
		};

		expect((await lint({ texts: [faulty] })).findings).toContainEqual(
			expect.stringMatching(/param-description-lowercase-first-char .*name: 'limit'/),
		);
	}, 60_000);
});
