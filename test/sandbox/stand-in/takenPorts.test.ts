import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../../sandbox';

/** A port of this machine that is free at the moment. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

describe('a sandbox that cannot start', () => {
	it('leaves no mail server behind where its own port is taken', async () => {
		const other = await startSandbox();
		const mailPort = await freePort();
		const port = Number(new URL(other.url).port);
		await expect(startSandbox({ port, mailPort })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
		await other.close();
		const next = await startSandbox({ port, mailPort });
		expect(next).toMatchObject({ url: other.url, mailPort });
		await next.close();
	});

	it('does not listen where the port of its mail server is taken', async () => {
		const other = await startSandbox({ mailPort: 0 });
		const [port, mailPort = 0] = [await freePort(), other.mailPort];
		await expect(startSandbox({ port, mailPort })).rejects.toMatchObject({
			code: 'EADDRINUSE',
			port: mailPort,
		});
		await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
		await other.close();
	});
});
