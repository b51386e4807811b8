import { sandboxKeys, startSandbox, type Sandbox } from '../../sandbox';
import type { N8nVersion, StoredWorkflow } from '../support/n8nTypes';
import { openPollingStage, pollingName } from './pollingStage';
import { itemsOf } from './stage';
import { chain, pollingTrigger } from './workflowParts';

jest.setTimeout(240_000);

const events = ['incident.triggered', 'incident.acknowledged', 'incident.resolved'];
const minute = 60_000;

/** What to look for, what to do so that there is one thing to tell, and that. */
const sources = {
	'an incident change': {
		form: () => ({ events: ['incident.triggered'] }),
		happen: async (sandbox: Sandbox) => void sandbox.trigger({ title: 'Checkout is down' }),
		told: 'Checkout is down: incident.triggered',
	},
	'an SLA breach': {
		form: () => ({
			source: 'slaBreach',
			responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 15, resolveWithin: 0 }] },
		}),
		async happen(sandbox: Sandbox) {
			sandbox.trigger({ title: 'Nobody comes' });
			await sandbox.advance(20 * minute);
		},
		told: 'Nobody comes: incident.sla_breached',
	},
	'an on-call handoff': {
		form: (sandbox: Sandbox) => {
			const rotation = sandbox.schedules().find(({ name }) => name === 'Storefront Rotation');
			return { source: 'onCallHandoff', scheduleIds: [rotation?.id] };
		},
		happen: async (sandbox: Sandbox) => await sandbox.advance(24 * 60 * minute),
		told: 'Storefront Rotation: oncall.handoff',
	},
};

/** A workflow that watches an account of its own, so that a kill that is meant for another one does not touch it. */
interface Watching {
	workflow: StoredWorkflow;
	sandbox: Sandbox;
	told: string;
}

describe.each<N8nVersion>(['2.41', '1.123'])('PagerDuty Polling Trigger in a real n8n %s', (which) => {
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

	describe('killed between saving how far a poll read and storing its execution', () => {
		const all: Watching[] = [];

		afterAll(async () => await Promise.all(all.map(async ({ sandbox }) => await sandbox.close())));

		it.each(Object.entries(sources))('gives %s once', async (_, { form, happen, told }) => {
			const { n8n } = stage;
			const sandbox = await startSandbox({ strict: true, seed: 'empty' });
			const workflow = await stage.activated(form(sandbox), await n8n.connect(sandbox));
			all.push({ workflow, sandbox, told });
			await happen(sandbox);
			process.kill(n8n.host.pid, 'SIGHUP');
			stage.minutePasses();
			await n8n.host.exited;

			await n8n.host.restart();
			await stage.untilGiven(workflow, 1);
			// The execution that was to be stored at the kill is not there.
			expect(await stage.executionsOf(workflow)).toHaveLength(1);
		});

		it('gives none of them again when it is killed once more', async () => {
			const { n8n } = stage;
			await n8n.host.kill();
			await n8n.host.restart();
			expect(all).toHaveLength(Object.keys(sources).length);
			for (const { workflow, sandbox, told } of all) {
				// n8n gave it out again when it started after the next kill, and that execution ended at the trigger.
				await n8n.client.executions.ofWorkflow(workflow.id, 2);
				stage.minutePasses();
				await sandbox.settled();
				expect(await stage.given(workflow)).toEqual([told]);
			}
		});
	});
});
