import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { letThrough, line, pagerDutyServer, type Reply } from '../pagerDutyServer';
import { testCredential } from './testCredential';

const integrationKey = '0123456789abcdef0123456789ABCDEF';
const accepted: Reply = { status: 202, body: { status: 'success', dedup_key: 'n8n-credential-test' } };
const events = { us: 'https://events.pagerduty.com', eu: 'https://events.eu.pagerduty.com' };
const test = async (more: ICredentialDataDecryptedObject = {}) =>
	await testCredential('testEvents', { region: 'us', integrationKey, ...more });

describe('Testing a PagerDuty Events API credential', () => {
	it.each(['us', 'eu'] as const)('resolves an alert that nobody has, in the region %s', async (region) => {
		const requests = pagerDutyServer(() => accepted, events[region]);
		expect(await test({ region, integrationKey: ` ${integrationKey} ` })).toEqual({
			status: 'OK',
			message: 'PagerDuty accepts this Integration Key',
		});
		expect(requests.map(line)).toEqual(['POST /v2/enqueue']);
		expect(requests[0]?.body).toEqual({
			routing_key: integrationKey,
			event_action: 'resolve',
			dedup_key: expect.any(String),
		});
	});

	it.each(['', 'abc', `${integrationKey}0`, `${integrationKey.slice(1)}!`])(
		'refuses "%s" without asking',
		async (key) => {
			const requests = pagerDutyServer(() => accepted, events.us);
			expect(await test({ integrationKey: key })).toEqual({
				status: 'Error',
				message: expect.stringContaining('An Integration Key has 32 letters and digits'),
			});
			expect(requests).toEqual([]);
		},
	);

	it.each([`"${integrationKey}"`, `“${integrationKey}”\n`, `'${integrationKey}'`])(
		'takes off what was pasted around the key: %s',
		async (pasted) => {
			const requests = pagerDutyServer(() => accepted, events.us);
			expect(await test({ integrationKey: pasted })).toMatchObject({ status: 'OK' });
			expect(requests[0]?.body.routing_key).toBe(integrationKey);
		},
	);

	it('knows an API key by its length, and says where it belongs', async () => {
		const { message } = await test({ integrationKey: 'y_NbAkKc66ryYTWUXYEu' });
		expect(message).toContain('as an API key has, which belongs in a PagerDuty Token API credential');
	});

	it.each<[string, Reply, string]>([
		[
			'an unknown key',
			{
				status: 400,
				body: { status: 'invalid event', message: 'Event object is invalid', errors: ['Bad key'] },
			},
			'PagerDuty does not know this Integration Key (Event object is invalid: Bad key)',
		],
		[
			'an answer that repeats the key',
			{
				status: 400,
				body: { message: 'Invalid', errors: [`'${integrationKey}' is not a valid routing key`] },
			},
			'is not a valid routing key',
		],
		[
			'too many events',
			{ status: 429, body: { message: 'Too many' } },
			'PagerDuty answered with an error: Too many',
		],
		['a page', { status: 500, body: '<html></html>' }, 'PagerDuty answered with an error: HTTP 500'],
	])('has words of its own for %s', async (_, reply, words) => {
		pagerDutyServer(() => reply, events.us);
		const { status, message } = await test();
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(message).not.toContain(integrationKey);
	});

	it('says that nobody answers, and where', async () => {
		// Nobody listens there, so the refusal is a real one.
		letThrough('127.0.0.1:1');
		const { status, message } = await test({ region: 'custom', baseUrl: 'http://127.0.0.1:1' });
		expect(status).toBe('Error');
		expect(message).toContain('No answer from http://127.0.0.1:1 (ECONNREFUSED)');
	});

	it('refuses a Base URL that would send the key unencrypted', async () => {
		const requests = pagerDutyServer(() => accepted, 'http://proxy.example.com');
		const { status, message } = await test({ region: 'custom', baseUrl: 'http://proxy.example.com' });
		expect(status).toBe('Error');
		expect(message).toContain('must start with https://');
		expect(requests).toEqual([]);
	});
});
