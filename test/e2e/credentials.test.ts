import { sandboxIntegrationKeys, sandboxKeys } from '../../sandbox';
import type { N8nVersion, WorkflowNode } from '../support/n8nTypes';
import { itemsOf, openStage } from './stage';
import { locator, pagerDuty } from './workflowParts';

jest.setTimeout(240_000);

const stage = openStage();

const test = async (type: string, data: Record<string, unknown>) =>
	await stage.n8n.client.credentials.test({
		type,
		data: { region: 'custom', baseUrl: stage.sandbox.url, ...data },
	});

describe("n8n's test of a PagerDuty Token API credential", () => {
	it('says which account an account key opens, and in whose name changes are made', async () => {
		const result = await test('pagerDutyTokenApi', {
			apiToken: sandboxKeys.account,
			fromEmail: sandboxKeys.userEmail,
		});
		expect(result.status).toBe('OK');
		expect(result.message).toContain('harborline');
		expect(result.message).toContain('account key');
		expect(result.message).toContain(sandboxKeys.userEmail);
	});

	it('says whose key a user key is', async () => {
		const result = await test('pagerDutyTokenApi', { apiToken: sandboxKeys.user });
		expect(result).toMatchObject({ status: 'OK' });
		expect(result.message).toContain('user key of');
	});

	it('refuses a revoked key, an unknown From email and an unencrypted address, each in its own words', async () => {
		const messages = await Promise.all(
			[
				{ apiToken: sandboxKeys.revoked },
				{ apiToken: sandboxKeys.account, fromEmail: 'nobody@example.com' },
				{ apiToken: sandboxKeys.account, baseUrl: 'http://pagerduty.example.com' },
			].map(async (data) => {
				const { status, message } = await test('pagerDutyTokenApi', data);
				expect(status).toBe('Error');
				expect(message).not.toContain(data.apiToken);
				return message;
			}),
		);
		expect(messages[0]).toContain('revoked');
		expect(messages[1]).toContain('nobody@example.com is not a user');
		expect(messages[2]).toContain('must start with https://');
	});
});

describe("n8n's test of a PagerDuty Events API credential", () => {
	it('accepts a key that PagerDuty knows, and opens no incident', async () => {
		const before = stage.sandbox.incidents().length;
		const result = await test('pagerDutyEventsApi', {
			integrationKey: sandboxIntegrationKeys['Checkout API'],
		});
		expect(result).toMatchObject({ status: 'OK' });
		expect(stage.sandbox.incidents()).toHaveLength(before);
	});

	it('refuses an unknown key', async () => {
		const result = await test('pagerDutyEventsApi', { integrationKey: 'f'.repeat(32) });
		expect(result.status).toBe('Error');
	});
});

/** n8n's HTTP Request node with the Token API credential. */
const httpRequest = (url: string): WorkflowNode => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [0, 0],
	parameters: {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'pagerDutyTokenApi',
		sendHeaders: true,
		headerParameters: {
			parameters: [{ name: 'Accept', value: 'application/vnd.pagerduty+json;version=2' }],
		},
	},
	credentials: { pagerDutyTokenApi: { name: 'PagerDuty' } },
});

describe.each<N8nVersion>(['2.41', '1.123'])(
	"n8n %s's HTTP Request node, and Custom API Call, which leads to it",
	(which) => {
		const served = openStage(which);

		it('offers the PagerDuty Token API credential, and signs with it', async () => {
			const types = await served.n8n.client.credentialTypes();
			// Its editor lists the types that have this property.
			expect(types.find(({ name }) => name === 'pagerDutyTokenApi')).toHaveProperty('authenticate');

			const execution = await served.run([httpRequest(`${served.sandbox.url}/services?limit=1`)]);
			expect(execution.data.resultData.error?.message).toBeUndefined();
			expect(itemsOf(execution, 'HTTP Request')[0]?.services).toHaveLength(1);
			expect(served.sandbox.requests().at(-1)?.headers.authorization).toBe(
				`Token token=${sandboxKeys.account}`,
			);
		});

		it('changes nothing with a read-only key, neither with its own node nor with the HTTP Request node', async () => {
			const { n8n, sandbox } = served;
			const [service] = sandbox.services();
			const incident = sandbox.trigger({ serviceId: service?.id });
			const { pagerDutyTokenApi } = served.credentials;
			const stored = await n8n.client.credentials.get(String(pagerDutyTokenApi));
			await n8n.client.credentials.update(stored.id, {
				...stored,
				data: { ...stored.data, access: 'readOnly' },
			});
			const url = `${sandbox.url}/incidents/${incident.id}`;
			const resolve = pagerDuty('PagerDuty', {
				resource: 'incident',
				operation: 'resolve',
				incidentId: locator(incident.id),
			});

			for (const node of [
				resolve,
				{ ...httpRequest(url), parameters: { ...httpRequest(url).parameters, method: 'DELETE' } },
			])
				expect((await served.run([node])).data.resultData.error?.message).toContain('is read-only');
			const read = await served.run([httpRequest(url)]);

			expect(read.data.resultData.error?.message).toBeUndefined();
			expect(sandbox.incident(incident.id)?.status).toBe('triggered');
			expect(sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
		});
	},
);
