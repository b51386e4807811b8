import type { Fault } from '../../sandbox';

type Strike = Pick<Fault, 'kind' | 'when' | 'status' | 'headers' | 'body'>;

/** Something that goes wrong between n8n and PagerDuty. */
export interface Trouble {
	readonly name: string;
	/** What the stand-in does with a request that needs these scopes; `refused` when there is no connection at all. */
	readonly strike: Strike | 'refused' | ((scopes: readonly string[]) => Strike);
	/** Whether it must end well when it happened once. Where not, it may: a write whose answer is odd can be looked up. */
	readonly passes: boolean;
	/** The title that PagerDuty gives it; without one PagerDuty says nothing that a person could read. */
	readonly title?: string;
	readonly authentication?: 'oAuth2';
	/** How many requests it hits when it happens once; 1 unless given. */
	readonly times?: number;
}

const html = { 'content-type': 'text/html' };
const page = '<html><head><title>Bad Gateway</title></head><body>nginx</body></html>';
const json = { 'content-type': 'application/json' };

const says = (status: number, message: string, code: number, errors: string[] = []) => ({
	kind: 'status' as const,
	status,
	body: { error: { message, code, errors } },
});

function limited(name: string, headers: Record<string, string>): Trouble {
	const title = 'Rate Limit Exceeded';
	const strike = { ...says(429, title, 2020), headers };
	return { name: `429 ${name}`, strike, passes: true, title };
}

function broken(name: string, strike: Strike | 'refused', title?: string): Trouble {
	return { name, strike, passes: true, title };
}

/** A success whose answer says something else than it should, or nothing; PagerDuty did what it was asked. */
const garbled = (name: string, body: string, headers = json) =>
	broken(name, { kind: 'body', when: 'after', body, headers });

function refusal(name: string, status: number, title: string, code: number, errors?: string[]): Trouble {
	return { name, strike: says(status, title, code, errors), passes: false, title };
}

const scopeMissing = 'Token missing required scopes';

/** Everything that the matrix lets go wrong, in the order of its rows. */
export const troubles: readonly Trouble[] = [
	limited('with ratelimit headers', {
		'ratelimit-limit': '960',
		'ratelimit-remaining': '0',
		'ratelimit-reset': '7',
	}),
	limited('with Retry-After', { 'retry-after': '30' }),
	limited('without headers', {}),
	broken('500', says(500, 'Internal Server Error', 2000), 'Internal Server Error'),
	broken('502 with an HTML page', { kind: 'status', status: 502, body: page, headers: html }),
	broken('502 although it was done', {
		kind: 'status',
		when: 'after',
		status: 502,
		body: page,
		headers: html,
	}),
	broken('503', says(503, 'Service Unavailable', 2000), 'Service Unavailable'),
	broken('503 with Retry-After', { kind: 'status', status: 503, body: '', headers: { 'retry-after': '30' } }),
	broken('504', { kind: 'status', status: 504, body: '' }),
	broken('504 although it was done', { kind: 'status', when: 'after', status: 504, body: '' }),
	broken('connection refused', 'refused'),
	broken('connection reset before it was taken', { kind: 'reset' }),
	broken('connection reset after it was taken', { kind: 'reset', when: 'after' }),
	broken('no answer, not taken', { kind: 'timeout' }),
	broken('no answer, though taken', { kind: 'timeout', when: 'after' }),
	broken('JSON that breaks off', { kind: 'truncate', when: 'after' }),
	broken('a sign-in page with 200', { kind: 'body', body: page, headers: html }),
	{ ...garbled('JSON of another shape', '{"hello":"world"}'), passes: false },
	garbled('a JSON array', '[]'),
	garbled('JSON null', 'null'),
	garbled('an empty body', ''),
	refusal('401, API key', 401, 'Authentication failed', 2006),
	{
		...refusal('401, OAuth token that can be renewed', 401, 'Authentication failed', 2006),
		authentication: 'oAuth2',
		passes: true,
		// Refused, and refused again when n8n is made to look: then it renews the token.
		times: 2,
	},
	refusal('402', 402, 'Account does not have the abilities to perform the action', 2014),
	refusal('403, API key', 403, 'Access Denied', 2010, ['Read-only API key']),
	{
		name: '403, OAuth without the scope',
		strike: (scopes) => ({
			kind: 'status',
			status: 403,
			body: { error: { message: scopeMissing, required_scopes: scopes.join(' '), token_scopes: 'openid' } },
		}),
		passes: false,
		title: scopeMissing,
		authentication: 'oAuth2',
	},
];

/** One trouble of each kind: refused for now, broken on the way, broken after it was done, refused for good. */
export const handful = troubles.filter(({ name }) =>
	[
		'429 with Retry-After',
		'503',
		'connection reset after it was taken',
		'403, OAuth without the scope',
	].includes(name),
);
