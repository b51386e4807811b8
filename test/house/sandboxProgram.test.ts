import { startSandbox } from '../../sandbox';
import { run } from './programs';

describe('the sandbox as a program', () => {
	it('names the option for another port, where one of its two is taken', async () => {
		const other = await startSandbox({ mailPort: 0 });
		const port = new URL(other.url).port;
		const start = async (...args: string[]) => await run('node', ['build/sandbox/main.js', ...args]);
		try {
			const page = await start('--port', port, '--mail-port', '0');
			expect(page.code).toBe(1);
			expect(page.output).toMatch(/EADDRINUSE.+\nChoose another port with --port\.\n$/);
			const mail = await start('--port', '0', '--mail-port', String(other.mailPort));
			expect(mail.code).toBe(1);
			expect(mail.output).toMatch(/EADDRINUSE.+\nChoose another port with --mail-port\.\n$/);
		} finally {
			await other.close();
		}
	});
});
