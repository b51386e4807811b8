import { lint } from './lint';

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
