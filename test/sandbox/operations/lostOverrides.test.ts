import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('a schedule override whose outcome got lost on the way', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
	});
	beforeEach(() => {
		desk.sandbox.reset('empty');
		desk.newRequests();
	});
	afterAll(() => desk.sandbox.close());

	const at = (hours: number) => `${new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
	const schedule = () => desk.sandbox.schedules()[0];
	const create = async (start: string) => {
		const [user] = desk.sandbox.users();
		const form = { scheduleId: byId(schedule()?.id ?? ''), userId: byId(user?.id ?? '') };
		return await desk.read('scheduleOverride:create', { ...form, start, end: at(9) });
	};
	const lose = (when: 'before' | 'after') =>
		desk.sandbox.fail({ method: 'POST', path: '/schedules', when, kind: 'reset' });

	it.each([
		['has not begun', at(5)],
		['has begun', at(-5)],
	])('is found, and not made twice, when it was made and %s', async (_, start) => {
		lose('after');
		const [override] = await create(start);
		expect(override).toMatchObject({ start, schedule: { id: schedule()?.id } });
		expect(schedule()?.overrides).toHaveLength(1);
		expect(desk.newRequests().filter((line) => line.startsWith('POST'))).toHaveLength(1);
	});

	it('is made when the request was lost', async () => {
		lose('before');
		await create(at(5));
		expect(schedule()?.overrides).toHaveLength(1);
	});

	it('is not mistaken for one of the same time with another user', async () => {
		const other = desk.sandbox.users()[1]?.id ?? '';
		desk.sandbox.override(schedule()?.id ?? '', { userId: other, start: at(5), end: at(9) });
		lose('before');
		const [override] = await create(at(5));
		expect(override).toMatchObject({ user: { id: desk.sandbox.users()[0]?.id } });
		expect(schedule()?.overrides).toHaveLength(2);
	});
});
