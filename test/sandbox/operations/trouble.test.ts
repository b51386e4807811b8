import { waits } from '../../support/waits';
import { byId, deskForTests } from '../../support/operations/desk';

const morning = Date.parse('2026-03-02T09:00:00Z');

describe('reads of many items', () => {
	/** Only the node's waits let time pass, so that the node meets the limit on a slow machine as well. */
	const clock = { now: () => new Date(waits.reduce((time, wait) => time + wait, morning)) };
	const desk = deskForTests('empty', { clock });

	/** Gets each incident once, one item an incident. */
	const getEach = async (count: number) => {
		const ids = desk.sandbox.addIncidents(count).map(({ id }) => id);
		const { items } = await desk.run(
			'incident:get',
			{ incidentId: byId('={{ $json.id }}') },
			{ items: ids.map((id) => ({ id })), onError: 'continueErrorOutput' },
		);
		return { ids, got: items.map(({ json }) => json.id) };
	};

	// The bench does the same with 300 at a limit of 100 in 5 seconds, in a real n8n.
	it('all arrive, in order, though 90 gets meet a limit of 30 requests in a second', async () => {
		desk.sandbox.settings({ rateLimit: { requests: 30, perMs: 1_000, headers: true } });
		const { ids, got } = await getEach(90);
		expect(got).toEqual(ids);
		const statuses = desk.sandbox.requests().map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(90);
		expect(statuses).toContain(429);
	});

	it('all arrive though one answer is a 503 and one connection breaks', async () => {
		desk.sandbox.fail({ path: '/incidents', kind: 'status', status: 503, skip: 4 });
		desk.sandbox.fail({ path: '/incidents', kind: 'reset', skip: 9 });
		const { ids, got } = await getEach(20);
		expect(got).toEqual(ids);
		expect(desk.sandbox.requests()).toHaveLength(22);
	});

	it('keep the others when one incident does not exist', async () => {
		const [incident] = desk.sandbox.addIncidents(1);
		const { items, errors } = await desk.run(
			'incident:get',
			{ incidentId: byId('={{ $json.id }}') },
			{ items: [{ id: 'QNOSUCHID12345' }, { id: incident?.id ?? '' }], onError: 'continueErrorOutput' },
		);
		expect(items.map(({ json }) => json.id)).toEqual([incident?.id]);
		expect(errors).toMatchObject([{ json: { id: 'QNOSUCHID12345' }, pairedItem: { item: 0 } }]);
	});
});
