import type { N8nVersion } from '../support/n8nTypes';
import { openPollingStage, type PollingStage } from './pollingStage';

jest.setTimeout(240_000);

const versions: N8nVersion[] = ['2.41', '1.123'];
const minute = 60_000;

/** What to look for, what to do so that there is one thing to tell, and that. */
const sources = {
	'an incident change': {
		form: () => ({ events: ['incident.triggered'] }),
		happen: async ({ sandbox }: PollingStage) => void sandbox.trigger({ title: 'Checkout is down' }),
		told: 'Checkout is down: incident.triggered',
	},
	'an SLA breach': {
		form: () => ({
			source: 'slaBreach',
			responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 15, resolveWithin: 0 }] },
		}),
		async happen({ sandbox }: PollingStage) {
			sandbox.trigger({ title: 'Nobody comes' });
			await sandbox.advance(20 * minute);
		},
		told: 'Nobody comes: incident.sla_breached',
	},
	'an on-call handoff': {
		form: ({ sandbox }: PollingStage) => {
			const rotation = sandbox.schedules().find(({ name }) => name === 'Storefront Rotation');
			return { source: 'onCallHandoff', scheduleIds: [rotation?.id] };
		},
		happen: async ({ sandbox }: PollingStage) => await sandbox.advance(24 * 60 * minute),
		told: 'Storefront Rotation: oncall.handoff',
	},
};

describe.each(versions)(
	'n8n %s, killed between saving how far a poll read and storing its execution',
	(which) => {
		const stage = openPollingStage(which);

		it.each(Object.entries(sources))('gives %s once', async (_, { form, happen, told }) => {
			const { n8n, sandbox } = stage;
			sandbox.reset('empty');
			const workflow = await stage.activated(form(stage));
			await happen(stage);
			process.kill(n8n.host.pid, 'SIGHUP');
			stage.minutePasses();
			await n8n.host.exited;

			await n8n.host.restart();
			await stage.untilGiven(workflow, 1);
			// The execution that was to be stored at the kill is not there.
			expect(await stage.executionsOf(workflow)).toHaveLength(1);

			// Killed once more, n8n gives it out again when it starts, and the execution ends at the trigger.
			await n8n.host.kill();
			await n8n.host.restart();
			await n8n.client.executions.ofWorkflow(workflow.id, 2);
			stage.minutePasses();
			await sandbox.settled();
			expect(await stage.given(workflow)).toEqual([told]);
			await n8n.client.workflows.deactivate(workflow.id);
		});
	},
);
