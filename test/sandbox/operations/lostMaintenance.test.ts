import { openDesk, type Desk } from '../../support/operations/desk';

describe('a maintenance window whose outcome got lost on the way', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
	});
	beforeEach(() => desk.sandbox.reset('empty'));
	afterAll(() => desk.sandbox.close());

	const ofCheckout = () => {
		const [checkout] = desk.sandbox.services();
		return desk.sandbox
			.maintenanceWindows()
			.filter(({ serviceIds }) => serviceIds.includes(checkout?.id ?? ''));
	};
	const create = async (startsIn: number, call = {}, description = '') =>
		await desk.read(
			'maintenanceWindow:create',
			{
				serviceIds: desk.sandbox
					.services()
					.slice(0, 2)
					.map(({ id }) => id),
				startTime: new Date(Date.now() + startsIn).toISOString(),
				additionalFields: description === '' ? {} : { description },
			},
			call,
		);
	const lose = (when: 'before' | 'after', skip = 0) =>
		desk.sandbox.fail({ method: 'POST', path: '/maintenance_windows', when, kind: 'reset', skip });

	it.each([
		['later', 3_600_000],
		['at once', -60_000],
	])('is found, and not made twice, when it was made and begins %s', async (_, startsIn) => {
		lose('after');
		const [window] = await create(startsIn);
		expect(ofCheckout().map(({ id }) => id)).toEqual([window?.id]);
	});

	it('is made when the request was lost, although another one of the same time is there', async () => {
		await create(3_600_000, {}, 'Upgrade');
		lose('before');
		await create(3_600_000, {}, 'Move');
		expect(ofCheckout().map(({ description }) => description)).toEqual(['Upgrade', 'Move']);
	});

	it('is not mistaken for that of another item that says the same', async () => {
		lose('after', 1);
		const windows = await create(3_600_000, { items: [{}, {}] });
		expect(new Set(windows.map(({ id }) => id)).size).toBe(2);
		expect(ofCheckout()).toHaveLength(2);
	});
});
