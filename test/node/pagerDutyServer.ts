import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

/** A request as PagerDuty gets it. */
export interface Received {
	readonly method: string;
	/** As it went over the wire: nothing decoded. */
	readonly path: string;
	/** Decoded `name=value` pairs in their order. */
	readonly query: string[];
	readonly headers: Record<string, string>;
	readonly body: IDataObject;
}

/** What PagerDuty answers: 200 with JSON and its time unless said otherwise. An error breaks the connection. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | Error;

type Handler = (request: Received, requests: readonly Received[]) => Reply | Promise<Reply>;

export const us = 'https://api.pagerduty.com';
export const eu = 'https://api.eu.pagerduty.com';

/** Answers all requests to a host as `handler` says and returns them as they came, in a list that grows. */
export function pagerDutyServer(handler: Handler, host = us): readonly Received[] {
	const requests: Received[] = [];
	for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
		nock(host)
			.persist()
			.intercept(/.*/, method)
			.reply(function (uri, body, done) {
				const url = new URL(uri, host);
				const received: Received = {
					method,
					path: uri.split('?')[0] ?? '',
					query: [...url.searchParams].map(([name, value]) => `${name}=${value}`),
					headers: Object.fromEntries(
						Object.entries(this.req.headers).map(([name, value]) => [name, String(value)]),
					),
					body: typeof body === 'object' ? (body as IDataObject) : formOf(body),
				};
				requests.push(received);
				void Promise.resolve(handler(received, requests)).then((reply) => {
					if (reply instanceof Error) return done(reply, [0]);
					const headers = { date: new Date().toUTCString(), ...reply.headers };
					done(null, [reply.status ?? 200, reply.body as nock.Body, headers]);
				});
			});
	}
	return requests;
}

const formOf = (text: string): IDataObject => Object.fromEntries(new URLSearchParams(text));

/** An error answer in PagerDuty's shape. */
export const refusal = (status: number, message: string, code?: number, errors: unknown[] = []): Reply => ({
	status,
	body: { error: { message, ...(code === undefined ? {} : { code }), errors } },
});

/** A broken connection, by the code that the system reports. */
export const broken = (code: string): Error => Object.assign(new Error(`socket fault ${code}`), { code });

/** `GET /incidents/PABC123` */
export const line = ({ method, path, query }: Received) =>
	`${method} ${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;

/** Lets requests to a host reach a real server; all others stay blocked. */
export const letThrough = (host: string) => nock.enableNetConnect(host);

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
// It hangs on Node's own http module, which the next test file shares: two at once lose errors of broken connections.
afterAll(() => nock.restore());
