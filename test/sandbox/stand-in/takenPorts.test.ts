import { startSandbox } from '../../../sandbox';
import { nativeImport } from '../../support/nativeImport';

/** A port that nothing else takes while these tests run. */
async function anyPort(): Promise<number> {
	const ports = await nativeImport<{ reservePort(): Promise<number> }>('scripts/host/ports.mjs');
	return await ports.reservePort();
}

describe('a sandbox that cannot start', () => {
	it('leaves no mail server behind where its own port is taken', async () => {
		const [port, mailPort] = [await anyPort(), await anyPort()];
		const other = await startSandbox({ port });
		await expect(startSandbox({ port, mailPort })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
		await other.close();
		const next = await startSandbox({ port, mailPort });
		expect(next).toMatchObject({ url: other.url, mailPort });
		await next.close();
	});

	it('does not listen where the port of its mail server is taken', async () => {
		const other = await startSandbox({ mailPort: 0 });
		const [port, mailPort = 0] = [await anyPort(), other.mailPort];
		await expect(startSandbox({ port, mailPort })).rejects.toMatchObject({
			code: 'EADDRINUSE',
			port: mailPort,
		});
		await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
		await other.close();
	});
});
