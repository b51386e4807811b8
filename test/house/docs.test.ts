import { run } from './programs';

describe('the documentation', () => {
	it('lists the operations and events that the code has', async () => {
		expect(await run('node', ['scripts/docs.mjs', '--check'])).toMatchObject({ output: '', code: 0 });
	}, 60_000);
});
