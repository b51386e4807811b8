import { byId, openDesk, type Desk } from '../../support/operations/desk';

let desk: Desk;
beforeAll(async () => void (desk = await openDesk()));
afterAll(() => desk.sandbox.close());

describe('a schedule override that PagerDuty refuses', () => {
	it('fails with the reason that PagerDuty gives beside its success', async () => {
		const { error } = await desk.run('scheduleOverride:create', {
			scheduleId: byId(desk.sandbox.schedules()[0]?.id ?? ''),
			userId: byId(desk.sandbox.users()[0]?.id ?? ''),
			start: '2020-01-01T00:00:00Z',
			end: '2020-01-02T00:00:00Z',
		});
		expect(error?.message).toBe('PagerDuty refused this override');
		expect(error?.description).toContain('Override must not be in the past');
	});
});
