import { openDesk, type Desk } from '../../support/operations/desk';

describe('a simplified incident', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	const simplified = async () => (await desk.read('incident:getAll', { limit: 1 }))[0] ?? {};

	it('begins with what people put into the fields of the next node', async () => {
		const first = [
			'id',
			'incident_number',
			'title',
			'status',
			'urgency',
			'html_url',
			'service',
			'created_at',
		];
		expect(Object.keys(await simplified()).slice(0, 8)).toEqual(first);
	});

	it('has at most half of the properties that PagerDuty sends', async () => {
		const [raw = {}] = await desk.read('incident:getAll', { limit: 1, simplify: false });
		expect(Object.keys(await simplified()).length).toBeLessThanOrEqual(Object.keys(raw).length / 2);
	});
});
