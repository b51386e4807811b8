import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Account } from '../account';
import { ErrorAnswer, invalidInput, notFound, PagerDutyError } from '../errors';
import { takeJson } from './bodies';
import type { Fault } from './faults';
import { refuseForeignPages } from './guard';
import { type RecordedRequest, remember } from './recorder';
import { strike } from './strike';

declare module 'fastify' {
	interface FastifyRequest {
		recorded?: RecordedRequest;
		/** A fault that strikes when the answer is ready. */
		fault?: Fault;
	}
}

/** The page for people and the control routes know no latency, no faults and no record. */
const isApi = ({ routeOptions: { url = '' } }: FastifyRequest) =>
	url !== '/' && !url.startsWith('/_sandbox/');

/**
 * An HTTP server that speaks JSON to programs on this machine, records requests and lets faults strike.
 *
 * @param hosts names that it goes by besides those of this machine
 */
export function createServer(account: Account, hosts?: readonly string[]): FastifyInstance {
	const app = fastify({
		forceCloseConnections: true,
		bodyLimit: 2_000_000,
		routerOptions: { maxParamLength: 500 },
	});
	takeJson(app);
	refuseForeignPages(app, hosts);

	app.addHook('onRequest', async (request) => {
		if (!isApi(request)) return;
		request.recorded = record(account, request);
		if (account.settings.latencyMs > 0) await sleep(account.settings.latencyMs);
	});
	// Only now, so that the record has the body of a request that a fault swallows.
	app.addHook('preHandler', async (request, reply) => {
		if (!request.recorded) return;
		request.recorded.body = request.body ?? undefined;
		const fault = account.faults.take(request.method, request.recorded.path);
		if (fault?.when === 'after') request.fault = fault;
		else if (fault) await reply.send(await hit(request, fault, reply, '{}'));
	});
	app.addHook('onSend', async (request, reply, payload) => {
		// One clock for headers and records, also where a test has moved it.
		void reply.header('date', account.clock.now().toUTCString()).header('x-request-id', randomUUID());
		if (!request.fault) return payload;
		return await hit(request, request.fault, reply, typeof payload === 'string' ? payload : '');
	});
	app.addHook('onResponse', async (request, reply) => {
		if (request.recorded) request.recorded.status = reply.statusCode;
	});
	app.setNotFoundHandler(() => {
		throw notFound();
	});
	app.setErrorHandler((error, _request, reply) => {
		const known = error instanceof ErrorAnswer ? error : asPagerDutyError(error);
		return reply.code(known.status).headers(known.headers).send(known.body);
	});
	return app;
}

async function hit({ recorded }: FastifyRequest, fault: Fault, reply: FastifyReply, payload: string) {
	if (recorded) recorded.fault = fault.kind;
	return await strike(fault, reply, payload);
}

function record({ requests, clock }: Account, request: FastifyRequest): RecordedRequest {
	const [path = '', query = ''] = request.url.split('?');
	const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
	const recorded: RecordedRequest = {
		method: request.method,
		path,
		query,
		headers: Object.fromEntries(headers),
		body: undefined,
		status: null,
		fault: null,
		at: clock.now().toISOString(),
	};
	remember(requests, recorded);
	return recorded;
}

function asPagerDutyError(error: unknown): PagerDutyError {
	const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
	const message = error instanceof Error ? error.message : String(error);
	if (status === 413) return new PagerDutyError(413, 2001, 'Request Entity Too Large', [message]);
	if (status < 500) return invalidInput(message);
	return new PagerDutyError(500, 2000, 'Internal Server Error', [`The sandbox failed: ${message}`]);
}
