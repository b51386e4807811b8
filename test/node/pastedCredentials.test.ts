import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { pagerDutyServer, refusal } from './pagerDutyServer';
import { apiToken, byId, runNode } from './pagerDutyNode';
import { testCredential } from './credentialTest/testCredential';

const incident = { id: 'PABC123', title: 'Disk full' };
const incidentId = byId('PABC123');
const get = async (pasted: string) =>
	await runNode(
		'incident.get',
		{ incidentId },
		{ credentials: { pagerDutyTokenApi: { region: 'us', apiToken: pasted } } },
	);
const test = async (pasted: string) => await testCredential('testToken', { region: 'us', apiToken: pasted });

describe.each([
	` ${apiToken}\n`,
	`"${apiToken}"`,
	`'${apiToken}'`,
	`“${apiToken}”`,
	`‘${apiToken}’`,
	`«${apiToken}»`,
	`„${apiToken}“`,
	`\`${apiToken}\``,
	`\u200b${apiToken}\ufeff`,
	`\u00a0${apiToken}\u00a0`,
	`Token token=${apiToken}`,
	`token=${apiToken}`,
	`Token token="${apiToken}"`,
	`"Token token=${apiToken}"`,
	` Authorization: Token token=${apiToken} `,
	`-H 'Authorization: Token token=${apiToken}'`,
])('The API key pasted as %j', (pasted) => {
	it('is used without what stands around it', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }));
		expect((await get(pasted)).error).toBeUndefined();
		expect(requests.map(({ headers }) => headers.authorization)).toEqual([`Token token=${apiToken}`]);
	});

	it('is tested without it, too', async () => {
		const requests = pagerDutyServer(() => ({ body: { user: { name: 'Ada', email: 'ada@example.com' } } }));
		expect(await test(pasted)).toMatchObject({ status: 'OK' });
		expect(requests[0]?.headers.authorization).toBe(`Token token=${apiToken}`);
	});

	it('is shown nowhere, whatever PagerDuty quotes', async () => {
		pagerDutyServer(() => refusal(400, `Bad: ${apiToken}`, 2001, [`Token token=${apiToken}`]));
		const { error, errors } = await get(pasted);
		expect([error?.message, error?.description, errors].join()).not.toContain(apiToken);
		expect(error?.message).toBe('Bad: •••');
		expect((await test(pasted)).message).not.toContain(apiToken);
	});
});

const integrationKey = 'e93facc04764012d7bfb002500d5d1a6';
const scoped = 'pdus+_0XBPWQQ_dfd712f2-5f9c-4ac5-ae6c-a2afbb4c0d4e';
const signed = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJQVVNFUjAxIn0.c2lnbmF0dXJl';

describe.each([
	['an integration key', integrationKey, 'This is an integration key'],
	[
		'an integration key of letters and digits',
		'R0ABCDEFGHIJKLMNOPQRSTUVWXYZ0123',
		'This is an integration key',
	],
	['an OAuth token', scoped, 'This is an OAuth token'],
	['a European OAuth token', scoped.replace('pdus', 'pdeu'), 'This is an OAuth token'],
	['a signed OAuth token', signed, 'This is an OAuth token'],
	['an OAuth token as a header', `Bearer ${scoped}`, 'This is an OAuth token'],
	['a whole header with an OAuth token', `Authorization: Bearer ${scoped}`, 'This is an OAuth token'],
])('What is not an API key but %s', (_, pasted, words) => {
	const quoted = [pasted, ...pasted.split(' ')].filter((part) => part.length > 20);

	it('is named for what it is when the credential is tested', async () => {
		pagerDutyServer(({ headers }) => refusal(401, String(headers.authorization), 2006));
		const { status, message } = await test(pasted);
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(message).toContain('API Access Keys');
		for (const secret of quoted) expect(message).not.toContain(secret);
	});

	it('is named for what it is when the node uses it', async () => {
		pagerDutyServer(({ headers }) => refusal(401, String(headers.authorization), 2006));
		const { error, all } = await get(pasted);
		expect(error?.description).toContain(words);
		expect(error?.description).not.toContain('revoked');
		for (const secret of quoted)
			expect([error?.message, error?.description, JSON.stringify(error?.context)].join()).not.toContain(
				secret,
			);
		expect(all).toContain('PagerDuty');
	});
});

it.each(['y_NbAkKc66ryYTWUXYEu', 'u+Abcdefghijklmnopqr', '01234567890123456789'])(
	'An API key that PagerDuty refuses is called revoked or mistyped, and nothing else: %s',
	async (key) => {
		pagerDutyServer(() => refusal(401, 'Unauthorized', 2006));
		expect((await get(key)).error?.description).toContain('revoked or mistyped');
	},
);

it.each(['two keys', 'kéy-of-acme', 'key\nkey'])(
	'A key that no header can carry is refused before anything is sent: %j',
	async (key) => {
		const requests = pagerDutyServer(() => ({ body: { incident } }));
		expect((await get(key)).error?.message).toBe('The API Key of the PagerDuty credential is not an API key');
		expect((await test(key)).message).toContain('contains characters that no key has');
		expect(requests).toEqual([]);
	},
);

describe('The subdomain of an app', () => {
	const app = (more: ICredentialDataDecryptedObject) => ({
		pagerDutyAppOAuth2Api: {
			region: 'us',
			grantType: 'clientCredentials',
			clientId: 'client',
			clientSecret: 'client-secret-1',
			...more,
		},
	});
	const asApp = async (more: ICredentialDataDecryptedObject) =>
		await runNode('incident.get', { authentication: 'oAuth2', incidentId }, { credentials: app(more) });

	it.each(['', 'my company', 'ac_me', '-', 'https://', 'ada@example.com'])(
		'is refused, with an example, where it is none: "%s"',
		async (subdomain) => {
			const asked = pagerDutyServer(() => refusal(400, 'No'), 'https://identity.pagerduty.com');
			const { error } = await asApp({ subdomain });
			expect(error?.message).toBe('The Subdomain of the PagerDuty OAuth credential is not a subdomain');
			expect(error?.description).toContain('acme for https://acme.pagerduty.com');
			expect(asked).toEqual([]);
		},
	);

	it.each(['acme.eu.pagerduty.com', ' https://ACME.EU.pagerduty.com/incidents '])(
		'of the EU is refused where the Region is US: "%s"',
		async (subdomain) => {
			const { error } = await asApp({ subdomain });
			expect(error?.message).toBe('The Subdomain of the PagerDuty OAuth credential belongs to the EU region');
			expect(error?.description).toContain('Set Region to EU');
		},
	);
});
