import { sandboxKeys } from '../../sandbox';
import type { N8nVersion } from '../support/n8nTypes';
import { openPollingStage, pollingName } from './pollingStage';
import { itemsOf } from './stage';
import { chain, pollingTrigger } from './workflowParts';

jest.setTimeout(240_000);

const events = ['incident.triggered', 'incident.acknowledged', 'incident.resolved'];
const versions: N8nVersion[] = ['2.41', '1.123'];

describe.each(versions)('PagerDuty Polling Trigger in a real n8n %s', (which) => {
	const stage = openPollingStage(which);
	const { activated, given, minutePasses, untilGiven } = stage;

	it('gives each change once over polls, crashes and restarts, from the activation on', async () => {
		const { n8n, sandbox } = stage;
		sandbox.trigger({ title: 'Before' });
		const workflow = await activated({ events });
		const first = sandbox.trigger({ title: 'First' });
		minutePasses();
		await untilGiven(workflow, 1);

		await n8n.host.kill();
		sandbox.acknowledge(first.id);
		const second = sandbox.trigger({ title: 'Second' });
		await n8n.host.restart();
		await untilGiven(workflow, 3);

		await n8n.host.kill();
		await n8n.host.restart();
		sandbox.resolve(second.id);
		minutePasses();
		await untilGiven(workflow, 4);
		minutePasses();
		await sandbox.settled();
		expect(await given(workflow)).toEqual([
			'First: incident.triggered',
			'First: incident.acknowledged',
			'Second: incident.triggered',
			'Second: incident.resolved',
		]);
		await n8n.client.workflows.deactivate(workflow.id);
	});

	it('begins at its activation also when n8n is killed before anything was given', async () => {
		const { n8n, sandbox } = stage;
		const workflow = await activated({ events });
		await n8n.host.kill();
		sandbox.trigger({ title: 'While n8n was down' });
		await n8n.host.restart();
		await untilGiven(workflow, 1);
		expect(await given(workflow)).toEqual(['While n8n was down: incident.triggered']);
		await n8n.client.workflows.deactivate(workflow.id);
	});

	it('shows real changes as examples when a person tests the workflow', async () => {
		const { n8n, credentials } = stage;
		const workflow = await n8n.create(chain('test', [pollingTrigger({ events })]), credentials);
		const { executionId } = await n8n.client.workflows.run(workflow.id, pollingName);
		const execution = await n8n.client.executions.finished(String(executionId));
		expect(itemsOf(execution, pollingName)).toHaveLength(10);
	});

	it('is not activated with a key that PagerDuty refuses, and says why', async () => {
		const { n8n, sandbox, credentials } = stage;
		const { id } = await n8n.client.credentials.create({
			name: 'Revoked',
			type: 'pagerDutyTokenApi',
			data: { region: 'custom', baseUrl: sandbox.url, apiToken: sandboxKeys.revoked },
		});
		const revoked = { ...credentials, pagerDutyTokenApi: id };
		const workflow = await n8n.create(chain('revoked', [pollingTrigger({ events })]), revoked);
		await expect(n8n.client.workflows.activate(workflow.id)).rejects.toThrow('Authentication failed');
	});
});
