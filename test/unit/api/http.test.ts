import { NodeApiError, type INode } from 'n8n-workflow';

import { httpOptions, readAnswer, readFailure } from '../../../nodes/PagerDuty/api/http';
import { path } from '../../../nodes/PagerDuty/api/path';
import { NoAnswer, Unreadable } from '../../../nodes/PagerDuty/api/retry';

const node: INode = {
	id: '1',
	name: 'PagerDuty',
	type: 'pagerDuty',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const thrown = (code: string) => new NodeApiError(node, { message: 'fault', code });

describe('A query', () => {
	const urlOf = (query: Parameters<typeof httpOptions>[1]['query']) =>
		httpOptions('https://api.pagerduty.com', { method: 'GET', path: path`/incidents`, query }, undefined).url;

	it.each([
		[{}, ''],
		[{ a: undefined, b: '', 'c[]': [], d: [] }, ''],
		[{ limit: 0, total: false }, '?limit=0&total=false'],
		[{ 'statuses[]': ['a', 'b'] }, '?statuses%5B%5D=a&statuses%5B%5D=b'],
		[{ fields: ['a', 'b'] }, '?fields=a%2Cb'],
		[{ query: 'a b&c=d' }, '?query=a+b%26c%3Dd'],
	])('of %j is written %j', (query, text) => {
		expect(urlOf(query)).toBe(`https://api.pagerduty.com/incidents${text}`);
	});
});

describe('An answer', () => {
	it('is status, lower-case headers and body', () => {
		expect(readAnswer({ statusCode: 404, headers: { 'Retry-After': 3 }, body: 'gone' })).toEqual({
			status: 404,
			headers: { 'retry-after': '3' },
			body: 'gone',
		});
		expect(readAnswer({ statusCode: 204, headers: {}, body: '' }).status).toBe(204);
		expect(readAnswer({ statusCode: 202, headers: {}, body: '' }).status).toBe(202);
	});

	it.each(['', '<html>', '{"incident":', null, [], undefined])(
		'of success with the body %j is none',
		(body) => {
			expect(() => readAnswer({ statusCode: 200, headers: {}, body })).toThrow(NoAnswer);
		},
	);
});

describe('An answer that is no object', () => {
	const success = (body: unknown) => ({ statusCode: 200, headers: {}, body });

	it('is taken where a list was to come, and an object is not', () => {
		expect(readAnswer(success([{ status: 201 }]), 'list').body).toEqual([{ status: 201 }]);
		expect(() => readAnswer(success({}), 'list')).toThrow(NoAnswer);
	});

	it('is taken where PagerDuty may say nothing, unless it broke off', () => {
		expect(readAnswer(success(''), 'silent').status).toBe(200);
		expect(readAnswer(success({ deleted: true }), 'silent').status).toBe(200);
		expect(() => readAnswer(success('{"dele'), 'silent')).toThrow(NoAnswer);
	});
});

describe('What n8n throws', () => {
	it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ENETUNREACH', 'EHOSTUNREACH'])(
		'for %s is a request with unknown outcome',
		(code) => {
			expect(() => readFailure(thrown(code))).toThrow(
				expect.objectContaining({ name: 'NoAnswer', sent: true }),
			);
			expect(() => readFailure(thrown(code))).toThrow(`(${code})`);
		},
	);

	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('for %s is a request that never left', (code) => {
		expect(() => readFailure(thrown(code))).toThrow(
			expect.objectContaining({ name: 'NoAnswer', sent: false }),
		);
	});

	it.each(['EAUTH', 'CERT_HAS_EXPIRED', 'ERR_BAD_REQUEST'])('for %s is thrown on as it is', (code) => {
		const error = thrown(code);
		expect(() => readFailure(error)).toThrow(error);
	});

	it('for an answer that broke off is a request with unknown outcome', () => {
		const error = new NodeApiError(node, { message: 'stream has been aborted', status: 200 });
		expect(() => readFailure(error)).toThrow(expect.objectContaining({ name: 'NoAnswer', sent: true }));
	});

	const brokenOff = (httpCode: string) => {
		const cause = Object.assign(new Error('stream has been aborted'), { code: 'ERR_BAD_RESPONSE' });
		return Object.assign(new NodeApiError(node, { message: 'x' }, { httpCode }), { cause });
	};

	it('for a refusal that broke off is no reason, but certainly not done', () => {
		const error = brokenOff('400');
		expect(() => readFailure(error)).toThrow(Unreadable);
		expect(() => readFailure(error)).toThrow(expect.objectContaining({ sent: false }));
	});

	it('for a limited rate whose answer broke off is a limited rate', () => {
		expect(readFailure(brokenOff('429'))).toMatchObject({ status: 429 });
	});

	it('for a refusal is the answer that it was', () => {
		const response = { status: 401, data: { error: { message: 'Unauthorized', code: 2006 } } };
		const error = new NodeApiError(node, { message: 'x', response }, { httpCode: '401' });
		expect(readFailure(error)).toEqual({ status: 401, headers: {}, body: response.data });
	});
});
