import { startSandbox, type Sandbox } from '../../sandbox';
import type { N8nVersion, StoredWorkflow } from '../support/n8nTypes';
import { openPollingStage } from './pollingStage';

jest.setTimeout(240_000);

const versions: N8nVersion[] = ['2.41', '1.123'];
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

describe.each(versions)(
	'n8n %s, killed between saving how far a poll read and storing its execution',
	(which) => {
		const stage = openPollingStage(which);
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
	},
);
