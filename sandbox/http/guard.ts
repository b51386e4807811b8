import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessDenied } from '../errors';

/** What this machine calls itself. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Keeps web pages out that a person opens in a browser on this machine. It looks at no address: whatever is asked for, and
 * however it is written, the same holds.
 * - Host: a name that somebody has pointed at this machine (DNS rebinding) is none of ours.
 * - Origin: browsers send it with whatever could change something, and with whatever a script reads.
 * - Sec-Fetch-*: browsers send them with images, frames and scripts too. A person may follow a link to the sandbox.
 *
 * @param hosts names that it goes by besides those of this machine
 */
export function refuseForeignPages(app: FastifyInstance, hosts: readonly string[] = []): void {
	const names = [...loopback, ...hosts];
	app.addHook('onRequest', async ({ headers }) => {
		const { host = '', origin } = headers;
		if (!names.includes(host.replace(/:\d+$/, ''))) throw accessDenied('Only this machine is answered');
		if (origin !== undefined && origin !== `http://${host}`)
			throw accessDenied('Pages of other origins are not answered');
		if (isForeign(headers)) throw accessDenied('Pages of other sites are not answered');
	});
	app.addHook('onSend', async (_request, reply) => {
		const own = reply.getHeader('content-security-policy');
		const policy = [own, "frame-ancestors 'none'"].filter(Boolean).join('; ');
		void reply.header('content-security-policy', policy);
	});
}

function isForeign(headers: FastifyRequest['headers']): boolean {
	const { 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers;
	const isLink = mode === 'navigate' && dest === 'document';
	return !['none', 'same-origin'].includes(String(site)) && !isLink;
}
