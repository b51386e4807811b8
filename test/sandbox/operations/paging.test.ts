import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('long lists', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
		desk.sandbox.addIncidents(250);
	});
	afterAll(() => desk.sandbox.close());

	const listed = async (parameters: { returnAll?: boolean; limit?: number }) =>
		(await desk.read('incident:getAll', parameters)).map(({ id }) => id);

	it('come whole with Return All: every incident once', async () => {
		const ids = await listed({ returnAll: true });
		const expected = desk.sandbox.incidents().map(({ id }) => id);
		expect(ids).toHaveLength(250);
		expect(new Set(ids)).toEqual(new Set(expected));
	});

	it.each([1, 99, 100, 101, 200, 249])('end at a Limit of %d', async (limit) => {
		const ids = await listed({ limit });
		expect(new Set(ids).size).toBe(limit);
		expect(ids).toHaveLength(limit);
	});

	it('end by themselves where there is less than the Limit', async () => {
		expect(await listed({ limit: 1000 })).toHaveLength(250);
	});

	it('stay exact for two items at once, each row paired with its item', async () => {
		const [first, second] = desk.sandbox.services();
		const { items } = await desk.run(
			'incident:getAll',
			{ returnAll: true, filters: { serviceIds: '={{ [$json.service] }}' } },
			{ items: [{ service: first?.id ?? '' }, { service: second?.id ?? '' }] },
		);
		const of = (id = '') => desk.sandbox.incidents().filter(({ serviceId }) => serviceId === id).length;
		expect(items.filter(({ pairedItem }) => isItem(pairedItem, 0))).toHaveLength(of(first?.id));
		expect(items.filter(({ pairedItem }) => isItem(pairedItem, 1))).toHaveLength(of(second?.id));
		expect(items).toHaveLength(of(first?.id) + of(second?.id));
	});

	it('are read to a Limit of 10,000, where PagerDuty hands out no more rows', async () => {
		desk.sandbox.addIncidents(10_000);
		expect(await listed({ limit: 10_000 })).toHaveLength(10_000);
	});

	it('of notes come whole, however many there are', async () => {
		const { id } = desk.sandbox.trigger();
		for (let note = 0; note < 150; note++) desk.sandbox.note(id, `note ${note}`);
		const notes = await desk.read('incidentNote:getAll', { incidentId: byId(id), returnAll: true });
		expect(new Set(notes.map(({ content }) => content)).size).toBe(150);
	});
});

const isItem = (pairedItem: unknown, item: number) => JSON.stringify(pairedItem) === JSON.stringify({ item });
