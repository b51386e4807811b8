import { run } from './programs';

describe('types', () => {
	it('agree everywhere', async () => {
		expect(await run('node', ['node_modules/typescript/bin/tsc', '--noEmit'])).toMatchObject({
			output: '',
			code: 0,
		});
	}, 120_000);
});
