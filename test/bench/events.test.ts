import { openStage, itemsOf } from '../e2e/stage';
import { byHand, chain, pagerDuty } from '../e2e/workflowParts';
import { noteFigures } from '../support/figures';

jest.setTimeout(240_000);

const count = 1_000;

describe('a thousand events', () => {
	const stage = openStage('2.41', {});

	it('all arrive, once each, at a limit that they exceed eight times', async () => {
		const { n8n, sandbox, credentials } = stage;
		// PagerDuty takes some 120 a minute with one key; here a minute is a second long.
		sandbox.settings({ eventsRateLimit: { requests: 120, perMs: 1_000 } });
		const event = pagerDuty('Send', {
			resource: 'event',
			operation: 'trigger',
			summary: '={{ $json.summary }}',
			source: 'bench',
			dedupKey: '={{ $json.key }}',
		});
		const items = Array.from({ length: count }, (_, index) => ({
			summary: `Disk ${index}`,
			key: `disk-${index}`,
		}));
		const workflow = await n8n.create(
			{ ...chain('events', [byHand, event]), pinData: { [byHand.name]: items.map((json) => ({ json })) } },
			credentials,
		);
		const { executionId } = await n8n.client.workflows.run(workflow.id, byHand.name);
		const execution = await n8n.client.executions.finished(String(executionId), 200_000);
		expect(itemsOf(execution, 'Send')).toHaveLength(count);
		const sent = sandbox.incidents().filter(({ title }) => /^Disk \d+$/.test(title));
		expect(new Set(sent.map(({ title }) => title)).size).toBe(count);
		expect(sent).toHaveLength(count);
		const milliseconds = execution.data.resultData.runData.Send?.[0]?.executionTime ?? NaN;
		noteFigures('events', {
			[`${count} events at a limit of 120 a second`]: `all arrived, in ${(milliseconds / 1000).toFixed(1)} s`,
		});
	});
});
