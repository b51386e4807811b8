import type { N8nVersion, WorkflowNode } from '../support/n8nTypes';
import { until } from '../support/until';
import { itemsOf, openStage } from './stage';
import { locator, pagerDuty } from './workflowParts';

jest.setTimeout(240_000);

const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_000 };

const items = (json: object[]): WorkflowNode => ({
	name: 'Items',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	position: [0, 0],
	parameters: { jsCode: `return ${JSON.stringify(json.map((each) => ({ json: each })))}` },
});

describe.each<N8nVersion>(['2.41', '1.123'])('Retry On Fail in n8n %s', (which) => {
	const stage = openStage(which);
	const refuseOnce = (method: string, path: string) =>
		stage.sandbox.fail({ method, path, kind: 'status', status: 403 });
	const each = (resource: string, operation: string, more = {}) =>
		pagerDuty('Each', { resource, operation, incidentId: locator('={{ $json.id }}'), ...more }, retrying);

	it('writes no note twice when another item failed', async () => {
		const incidents = stage.sandbox.addIncidents(3);
		refuseOnce('POST', `/incidents/${incidents[1]?.id}/notes`);
		const execution = await stage.run([
			items(incidents.map(({ id }) => ({ id }))),
			each('incidentNote', 'create', { content: '=Seen at {{ $now.toMillis() }}' }),
		]);
		expect(execution.status).toBe('success');
		const notes = incidents.map(({ id }) => stage.sandbox.notes(id).map((note) => note.id));
		expect(notes.map(({ length }) => length)).toEqual([1, 1, 1]);
		expect(itemsOf(execution, 'Each').map(({ id }) => id)).toEqual(notes.flat());
	});

	it('does not reopen an incident that a person resolved between two tries', async () => {
		const [first, second] = stage.sandbox.addIncidents(2).map(({ id }) => id);
		// One incident comes twice, which makes two requests: the second one fails at first.
		stage.sandbox.fail({ method: 'PUT', path: '/incidents', kind: 'status', status: 401, skip: 1 });
		const given = [first, second, first];
		const running = stage.run([items(given.map((id) => ({ id }))), each('incident', 'acknowledge')]);
		await until('the first try', () =>
			stage.sandbox.requests().some(({ path, status }) => path === `/incidents/${first}` && status === 401),
		);
		stage.sandbox.resolve(String(second));
		const execution = await running;
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Each').map(({ id, status }) => [id, status])).toEqual(
			given.map((id) => [id, 'acknowledged']),
		);
		expect(stage.sandbox.incident(String(second))).toMatchObject({ status: 'resolved', reopenedAt: null });
	});

	it('opens one incident for each item, though an answer is lost and another item is refused', async () => {
		const before = stage.sandbox.incidents().length;
		stage.sandbox.fail({ method: 'POST', path: '/incidents', kind: 'reset', when: 'after' });
		stage.sandbox.fail({ method: 'POST', path: '/incidents', kind: 'status', status: 403, skip: 1 });
		const service = String(stage.sandbox.services()[0]?.id);
		const execution = await stage.run([
			items([{}, {}, {}]),
			pagerDuty(
				'Each',
				{ resource: 'incident', operation: 'create', serviceId: locator(service), title: 'Same title' },
				retrying,
			),
		]);
		expect(execution.status).toBe('success');
		const opened = stage.sandbox.incidents().slice(before);
		expect(opened).toHaveLength(3);
		expect(new Set(itemsOf(execution, 'Each').map(({ id }) => id)).size).toBe(3);
	});
});
