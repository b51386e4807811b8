import { run } from './programs';

describe('formatting', () => {
	it('is what Prettier makes of each file', async () => {
		const { code, output } = await run('node', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']);
		expect(output).toContain('All matched files use Prettier code style!');
		expect(code).toBe(0);
	}, 180_000);
});
