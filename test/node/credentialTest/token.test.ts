import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { eu, letThrough, line, pagerDutyServer, refusal, us, type Reply } from '../pagerDutyServer';
import { apiToken } from '../pagerDutyNode';
import { testCredential } from './testCredential';

const ada = {
	id: 'PUSER01',
	name: 'Ada',
	email: 'ada@acme.example',
	html_url: 'https://acme.pagerduty.com/users/PUSER01',
};
const asNobody = refusal(400, 'Current user cannot be determined from an account key');
const refused = refusal(401, 'Unauthorized', 2006);

/** An account of one user; `me` answers who the key belongs to. */
const account = (me: Reply, host = us) =>
	pagerDutyServer(({ path }) => (path === '/users/me' ? me : { body: { users: [ada], more: false } }), host);
const test = async (more: ICredentialDataDecryptedObject = {}) =>
	await testCredential('testToken', { region: 'us', apiToken, fromEmail: '', ...more });

describe('Testing a PagerDuty Token API credential', () => {
	it('names the account and that the key is an account key, and what that means for changes', async () => {
		const requests = account(asNobody);
		expect(await test()).toEqual({
			status: 'OK',
			message:
				'Account acme, account key. Without a From Email, nodes that change incidents need one of their own',
		});
		expect(requests.map(line)).toEqual(['GET /users/me', 'GET /users?limit=1']);
		expect(requests[0]?.headers.authorization).toBe(`Token token=${apiToken}`);
	});

	it('says that nodes may only read where access is read-only, and asks for no From email', async () => {
		account(asNobody);
		expect(await test({ access: 'readOnly', fromEmail: 'nobody@acme.example' })).toEqual({
			status: 'OK',
			message: 'Account acme, account key. Nodes may only read with this credential',
		});
	});

	it('names the user of a user key', async () => {
		account({ body: { user: ada } });
		expect(await test()).toEqual({
			status: 'OK',
			message: 'Account acme, user key of Ada (ada@acme.example)',
		});
	});

	it('names the user behind the From email, however it is written', async () => {
		const requests = account(asNobody);
		expect(await test({ fromEmail: ' Ada@ACME.example ' })).toEqual({
			status: 'OK',
			message: 'Account acme, account key. Changes are made in the name of Ada (Ada@ACME.example)',
		});
		expect(requests.map(line).at(-1)).toBe('GET /users?limit=100&query=Ada@ACME.example');
	});

	it('says that the From email is no user of the account, and that the key itself works', async () => {
		account(asNobody);
		const { status, message } = await test({ fromEmail: 'bob@acme.example' });
		expect(status).toBe('Error');
		expect(message).toContain('The key works (Account acme, account key)');
		expect(message).toContain('the From Email bob@acme.example is not a user of this account');
	});

	it.each([
		['us', us, eu, 'EU'],
		['eu', eu, us, 'US'],
	])(
		'finds out that a key refused by the region %s belongs to the other one',
		async (region, own, other, name) => {
			account(refused, own);
			account(asNobody, other);
			expect(await test({ region })).toEqual({
				status: 'Error',
				message: `This key belongs to the ${name} region. Set Region to ${name}`,
			});
		},
	);

	it('says that a key refused by both regions was revoked or mistyped', async () => {
		account(refused);
		account(refused, eu);
		const { status, message } = await test();
		expect(status).toBe('Error');
		expect(message).toContain('PagerDuty does not accept this API key. It was revoked or mistyped');
	});

	it('says the same when the other region cannot be reached', async () => {
		account(refused);
		// Nothing is let through to the EU here.
		expect((await test()).message).toContain('It was revoked or mistyped');
	});

	it('tells nobody else a key that a custom Base URL refuses', async () => {
		const elsewhere = [account(asNobody), account(asNobody, eu)];
		account(refused, 'https://proxy.example.com');
		const { message } = await test({ region: 'custom', baseUrl: 'https://proxy.example.com' });
		expect(message).toContain('It was revoked or mistyped');
		expect(elsewhere).toEqual([[], []]);
	});

	it('works with the EU and with a custom Base URL', async () => {
		account(asNobody, eu);
		account(asNobody, 'https://proxy.example.com');
		expect((await test({ region: 'eu' })).status).toBe('OK');
		expect((await test({ region: 'custom', baseUrl: 'https://proxy.example.com/' })).status).toBe('OK');
	});

	it.each<[string, Reply, string]>([
		['403', refusal(403, 'Access Denied', 2010), 'The key may not read users'],
		['429', refusal(429, 'Rate Limit', 2020), 'PagerDuty limits the rate of this key'],
		['500', refusal(500, 'Internal Error'), 'PagerDuty answered with an error: Internal Error'],
		[
			'an answer that repeats the key',
			refusal(500, `No: ${apiToken}`),
			'PagerDuty answered with an error: No: •••',
		],
		['a page', { status: 502, body: '<html></html>' }, 'PagerDuty answered with an error: HTTP 502'],
		['a redirect', { status: 302, headers: { location: 'https://elsewhere.example.com' } }, 'HTTP 302'],
	])('has words of its own for %s', async (_, reply, words) => {
		pagerDutyServer(() => reply);
		const { status, message } = await test();
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(message).not.toContain(apiToken);
	});

	it('says that nobody answers, and where', async () => {
		// Nobody listens there, so the refusal is a real one.
		letThrough('127.0.0.1:1');
		const { status, message } = await test({ region: 'custom', baseUrl: 'http://127.0.0.1:1' });
		expect(status).toBe('Error');
		expect(message).toContain('No answer from http://127.0.0.1:1 (ECONNREFUSED)');
	});

	it.each([
		[{ apiToken: '  ' }, 'The API Key is empty'],
		[{ region: 'custom', baseUrl: 'http://proxy.example.com' }, 'must start with https://'],
		[{ region: 'custom', baseUrl: '' }, 'is not a URL'],
	])('refuses %j before anything is sent', async (more, words) => {
		const requests = account(asNobody, 'http://proxy.example.com');
		const { status, message } = await test(more);
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(requests).toEqual([]);
	});
});
