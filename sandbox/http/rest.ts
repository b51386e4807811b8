import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, rateLimitExceeded } from '../errors';
import { authenticate, type Caller, requester } from './caller';
import { queryObject, read } from './input';

const mediaType = 'application/vnd.pagerduty+json;version=2';

interface Route<Query extends z.ZodTypeAny, Body extends z.ZodTypeAny> {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	path: string;
	/** OAuth scope; null where any token does. */
	scope: string | null;
	query?: Query;
	body?: Body;
	/** Status of success; 200 by default. */
	status?: number;
	/** Whether it is written in somebody's name (the From rule). */
	from?: boolean;
	/** Gives the body of the answer; undefined for none. */
	answer(request: Asked<Query, Body>): object | undefined;
}

interface Asked<Query extends z.ZodTypeAny, Body extends z.ZodTypeAny> {
	/** Segments of the path: `params.id`. */
	params: Record<string, string>;
	query: z.output<Query>;
	body: z.output<Body>;
	caller: Caller;
	/** Sets another status of success, where it depends on what was done. */
	setStatus(status: number): void;
	/** Of the user in whose name it is written; empty on routes without the From rule. */
	requesterId: string;
}

const none = z.object({}).strict();

/** Adds one REST operation: key, rate limit, scope, From, query and body are checked before `answer` is asked. */
export function addRoute<Query extends z.ZodTypeAny = typeof none, Body extends z.ZodTypeAny = typeof none>(
	app: FastifyInstance,
	account: Account,
	route: Route<Query, Body>,
): void {
	app.route({
		method: route.method,
		url: route.path,
		handler: async (request: FastifyRequest, reply: FastifyReply) => {
			const { headers } = request;
			const caller = authenticate(account, headers.authorization);
			countRequest(account, caller, reply);
			caller.demand(route.scope);
			if (account.strict) checkAccept(request);
			const requesterId = route.from ? requester(account, caller, headerText(headers.from)) : '';
			const search = request.url.split('?')[1] ?? '';
			const params = read(z.record(z.string()), request.params);
			const query = read(route.query ?? none, queryObject(search, account.strict), account.strict);
			const body = route.body ? read(route.body, request.body, account.strict) : {};
			void reply.code(route.status ?? 200);
			const setStatus = (status: number) => void reply.code(status);
			const answer = route.answer({ params, query, body, caller, requesterId, setStatus });
			return answer === undefined ? reply.send() : answer;
		},
	});
}

const headerText = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

function countRequest({ restLimiter, settings }: Account, caller: Caller, reply: FastifyReply): void {
	const { requests, headers } = settings.rateLimit;
	const { allowed, remaining, reset } = restLimiter.count(caller.rateKey, settings.rateLimit);
	const told: Record<string, string> = headers
		? {
				'ratelimit-limit': String(requests),
				'ratelimit-remaining': String(remaining),
				'ratelimit-reset': String(reset),
			}
		: {};
	if (!allowed) throw rateLimitExceeded(told);
	void reply.headers(told);
}

function checkAccept({ headers }: FastifyRequest): void {
	if (headers.accept?.replace(/\s/g, '') !== mediaType) throw invalidInput(`Accept must be ${mediaType}`);
}
