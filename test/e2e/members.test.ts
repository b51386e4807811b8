import type { N8nClient } from '../support/n8nTypes';
import { untilServed } from '../support/n8n';
import { nativeImport } from '../support/nativeImport';
import { openStage } from './stage';
import { byHand, chain, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(120_000);

const stage = openStage();

/** Somebody else with an account of their own in the same n8n. */
async function newMember(): Promise<N8nClient> {
	const { client, host } = stage.n8n;
	const email = `member-${crypto.randomUUID()}@example.com`;
	const [invited] = (await client.send('POST', '/rest/invitations', [
		{ email, role: 'global:member' },
	])) as Array<{
		user: { inviteAcceptUrl: string };
	}>;
	const token = new URL(String(invited?.user.inviteAcceptUrl)).searchParams.get('token');
	const { n8nClient } = await nativeImport<{ n8nClient(url: string): N8nClient }>(
		'scripts/host/n8nClient.mjs',
	);
	const member = n8nClient(host.url);
	await member.send('POST', '/rest/invitations/accept', {
		token,
		firstName: 'Another',
		lastName: 'Member',
		password: 'Member-of-the-team-1',
	});
	return member;
}

describe('another member of the same n8n, who knows the ID of a credential that was not shared', () => {
	let member: N8nClient;
	const credentials = () => ({
		pagerDutyTokenApi: { id: String(stage.credentials.pagerDutyTokenApi), name: 'PagerDuty (sandbox)' },
	});
	const requests = () => stage.sandbox.requests().length;

	beforeAll(async () => void (member = await newMember()));

	it('does not see it', async () => {
		expect(await member.credentials.list()).toEqual([]);
	});

	it('carries nothing out with it', async () => {
		const before = requests();
		const node = {
			...pagerDuty('Read', { resource: 'service', operation: 'getAll' }),
			credentials: credentials(),
		};
		const { id } = await member.workflows.create(chain('not mine', [byHand, node]));
		const { executionId } = await member.workflows.run(id, byHand.name);
		const { data } = await member.executions.finished(String(executionId));
		expect(data.resultData.error?.message).toBe('Node "Read" does not have access to the credential');
		expect(requests()).toBe(before);
	});

	// n8n does not ask whose credential it is when it publishes a workflow, but before each execution.
	it('sees no event that comes by it', async () => {
		const node = { ...trigger({ events: ['incident.triggered'] }), credentials: credentials() };
		const { id } = await member.workflows.create(chain('not mine', [node]));
		await member.workflows.activate(id);
		await untilServed(String(stage.sandbox.subscriptions()[0]?.url));
		stage.sandbox.trigger({ title: 'Nobody else may read this' });
		const [execution] = await member.executions.ofWorkflow(id, 1);
		expect(execution?.status).toBe('error');
		expect(JSON.stringify(execution)).not.toContain('Nobody else may read this');
		await member.workflows.deactivate(id);
		expect(stage.sandbox.subscriptions()).toEqual([]);
	});

	it('lists nothing with it', async () => {
		const before = requests();
		const list = member.locatorResults({
			nodeTypeAndVersion: { name: 'n8n-nodes-pagerduty.pagerDuty', version: 1 },
			path: 'parameters.serviceId',
			methodName: 'searchServices',
			currentNodeParameters: { authentication: 'token', resource: 'incident', operation: 'create' },
			credentials: credentials(),
		});
		await expect(list).rejects.toThrow();
		expect(requests()).toBe(before);
	});
});
