import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessDenied, unsupportedMediaType } from '../errors';

declare module 'fastify' {
	interface FastifyContextConfig {
		/** A page that a link of another site may lead to. It changes nothing and cannot be shown in a frame. */
		page?: boolean;
		/** Takes urlencoded forms in place of JSON. */
		form?: boolean;
	}
}

/**
 * Keeps out pages of other sites that are open in a browser on this machine, and host names that only point here
 * (DNS rebinding). It looks at the route that a request matched, never at the raw address, which may spell the same
 * route in many ways, and at every route, also at none.
 *
 * @param hostNames names by which the sandbox may be addressed, beside loopback
 */
export function refuseStrangers(app: FastifyInstance, hostNames: readonly string[]): void {
	app.addHook('onRequest', async (request, reply) => {
		const { page = false, form = false } = request.routeOptions.config;
		if (page) void reply.header('x-frame-options', 'DENY');
		checkHost(request, hostNames);
		checkOrigin(request, page);
		checkMediaType(request, form);
	});
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function checkHost({ headers }: FastifyRequest, hostNames: readonly string[]): void {
	const [, name = ''] = /^(.+?)(:\d+)?$/.exec(headers.host?.toLowerCase() ?? '') ?? [];
	if (!loopback.test(name) && !hostNames.includes(name))
		throw accessDenied(`The sandbox does not answer to the host name "${name}"`);
}

/** Clients that are no browser send neither header. */
function checkOrigin({ method, headers }: FastifyRequest, page: boolean): void {
	const { origin, host = '' } = headers;
	if (origin !== undefined && origin !== `http://${host}`)
		throw accessDenied('The sandbox takes no requests from other sites');
	const site = headers['sec-fetch-site'];
	if (site === undefined || site === 'same-origin' || site === 'none') return;
	const isFollowedLink =
		method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
	if (!page || !isFollowedLink) throw accessDenied('The sandbox takes no requests from other sites');
}

const json = /^application\/(json|[\w.-]+\+json) *(;|$)/i;
const urlencoded = /^application\/x-www-form-urlencoded *(;|$)/i;

/** What a page may send elsewhere without asking first (`text/plain`, no type at all) is not read as JSON. */
function checkMediaType({ headers }: FastifyRequest, form: boolean): void {
	const hasBody = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
	if (!hasBody || (form ? urlencoded : json).test(headers['content-type'] ?? '')) return;
	throw unsupportedMediaType(form ? 'application/x-www-form-urlencoded' : 'application/json');
}
