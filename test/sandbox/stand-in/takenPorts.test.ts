import { startSandbox } from '../../../sandbox';
import { nativeImport } from '../../support/nativeImport';

/** A port of this machine that is free at the moment. */
async function anyPort(): Promise<number> {
	const { freePort } = await nativeImport<{ freePort(wanted: number): Promise<number> }>(
		'scripts/host/ports.mjs',
	);
	return await freePort(0);
}

describe('a sandbox that cannot start', () => {
	it('leaves no mail server behind where its own port is taken', async () => {
		const other = await startSandbox();
		const mailPort = await anyPort();
		const port = Number(new URL(other.url).port);
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
