import { openDesk, type Desk } from '../../support/operations/desk';
import { idsOf, orders } from './history';

describe('The order of a whole list of incidents', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
		const at = (index: number) => new Date(Date.now() - ((index * 7919) % 150) * 60_000).toISOString();
		desk.sandbox.addIncidents(150, (index) => ({
			createdAt: new Date(Date.now() - Math.floor((150 - index) / 4) * 60_000).toISOString(),
			status: index % 3 === 0 ? 'triggered' : 'resolved',
			urgency: index % 5 === 0 ? 'high' : 'low',
			resolvedAt: index % 3 === 0 ? null : at(index),
		}));
	});
	afterAll(() => desk.sandbox.close());

	const ids = async (parameters: object, options: object) =>
		idsOf(await desk.read('incident:getAll', { ...parameters, options: { ...options } }));

	it.each([{}, ...Object.keys(orders).map((sortBy) => ({ sortBy }))])(
		'is the one in which PagerDuty gives a part of it: %j',
		async (options) => {
			const whole = await ids({ returnAll: true }, options);
			expect(whole).toHaveLength(150);
			expect(whole).toEqual(await ids({ limit: 150 }, options));
		},
	);

	it('may have two fields', async () => {
		const sortBy = 'urgency,created_at:desc';
		const whole = await ids({ returnAll: true }, { sortBy });
		expect(whole).toEqual(await ids({ limit: 150 }, { sortBy }));
	});

	it('is refused where PagerDuty does not know it', async () => {
		const { error } = await desk.run('incident:getAll', { options: { sortBy: 'title:asc' } });
		expect(error?.message).toBe(
			'"Options > Sort By" is not an order that PagerDuty knows. Write it like created_at:desc',
		);
	});
});
