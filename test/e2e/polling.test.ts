import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { sandboxKeys, startSandbox, type Sandbox } from '../../sandbox';
import { ownN8n, type CredentialIds, type N8n } from '../support/n8n';
import type { N8nVersion, StoredWorkflow } from '../support/n8nTypes';
import { until } from '../support/until';
import { itemsOf } from './stage';
import { chain, pollingTrigger } from './workflowParts';

jest.setTimeout(240_000);

const name = 'PagerDuty Polling Trigger';
const events = ['incident.triggered', 'incident.acknowledged', 'incident.resolved'];
const versions: N8nVersion[] = ['2.41', '1.123'];

describe.each(versions)('PagerDuty Polling Trigger in a real n8n %s', (which) => {
	let n8n: N8n;
	let sandbox: Sandbox;
	let credentials: CredentialIds;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const clockwork = pathToFileURL(join(__dirname, 'timePasses.mjs')).href;
		n8n = await ownN8n({ which, env: { NODE_OPTIONS: `--import=${clockwork}` } });
		credentials = await n8n.connect(sandbox);
	});
	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	async function activated(parameters: Record<string, unknown>): Promise<StoredWorkflow> {
		const workflow = await n8n.create(chain('polling', [pollingTrigger(parameters)]), credentials);
		await n8n.client.workflows.activate(workflow.id);
		return workflow;
	}

	/** Every event that was given, over all executions. */
	async function given({ id }: StoredWorkflow): Promise<string[]> {
		const executions = await n8n.client.executions.list(id);
		const ended = await Promise.all(
			executions.map(async (one) => await n8n.client.executions.finished(one.id)),
		);
		return ended
			.toReversed()
			.flatMap((execution) => itemsOf(execution, name))
			.map(({ event_type, data }) => `${String(Reflect.get(Object(data), 'title'))}: ${String(event_type)}`);
	}

	const untilGiven = async (workflow: StoredWorkflow, count: number) =>
		await until(`${count} events are given`, async () => (await given(workflow)).length >= count, 60_000);

	/** The minute after which n8n polls again. */
	const minutePasses = () => process.kill(n8n.host.pid, 'SIGUSR2');

	it('gives each change once over polls, crashes and restarts, from the activation on', async () => {
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
		const workflow = await activated({ events });
		await n8n.host.kill();
		sandbox.trigger({ title: 'While n8n was down' });
		await n8n.host.restart();
		await untilGiven(workflow, 1);
		expect(await given(workflow)).toEqual(['While n8n was down: incident.triggered']);
		await n8n.client.workflows.deactivate(workflow.id);
	});

	it('shows real changes as examples when a person tests the workflow', async () => {
		const workflow = await n8n.create(chain('test', [pollingTrigger({ events })]), credentials);
		const { executionId } = await n8n.client.workflows.run(workflow.id, name);
		const execution = await n8n.client.executions.finished(String(executionId));
		expect(itemsOf(execution, name)).toHaveLength(10);
	});

	it('is not activated with a key that PagerDuty refuses, and says why', async () => {
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
