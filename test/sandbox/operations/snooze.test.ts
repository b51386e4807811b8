import { byId, deskForTests } from '../../support/operations/desk';

describe('a snoozed incident', () => {
	const desk = deskForTests('empty');

	const hour = 3_600_000;
	const snooze = async (id: string, duration: number, durationUnit = 'hours') =>
		await desk.run('incident:snooze', { incidentId: byId(id), duration, durationUnit });
	const logOf = (id: string) => desk.sandbox.log(id).map(({ kind }) => kind);

	it('is quiet until its time is over, and then triggers again', async () => {
		const { id } = desk.sandbox.trigger();
		await snooze(id, 2);
		await desk.sandbox.advance(2 * hour - 60_000);
		expect(desk.sandbox.incident(id)?.status).toBe('acknowledged');
		await desk.sandbox.advance(120_000);
		expect(desk.sandbox.incident(id)?.status).toBe('triggered');
		expect(logOf(id)).toEqual(['trigger', 'acknowledge', 'snooze', 'unacknowledge']);
		const [incident] = await desk.read('incident:get', { incidentId: byId(id), simplify: false });
		expect(incident?.pending_actions).toEqual([]);
	});

	it('does not come back once it is resolved', async () => {
		const { id } = desk.sandbox.trigger();
		await snooze(id, 1);
		desk.sandbox.resolve(id);
		await desk.sandbox.advance(2 * hour);
		expect(desk.sandbox.incident(id)?.status).toBe('resolved');
	});

	it('cannot be resolved before', async () => {
		const { id } = desk.sandbox.trigger();
		desk.sandbox.resolve(id);
		const { error } = await snooze(id, 1);
		expect(error?.message).toBe('Incident Already Resolved');
	});

	it.each([
		[169, 'hours', '"Snooze For" must be at most 168 hours'],
		[8, 'days', '"Snooze For" must be at most 7 days'],
		[604_801, 'seconds', '"Snooze For" must be at most 604800 seconds'],
	])('is quiet for a week at most: %d %s are refused before anything is sent', async (count, unit, said) => {
		const { id } = desk.sandbox.trigger();
		desk.newRequests();
		const { error } = await snooze(id, count, unit);
		expect(error?.message).toBe(said);
		expect(desk.newRequests()).toEqual([]);
	});

	it('is snoozed once when the answer is lost', async () => {
		const { id } = desk.sandbox.trigger();
		desk.sandbox.fail({ method: 'POST', path: `/incidents/${id}/snooze`, when: 'after', kind: 'reset' });
		const { error, items } = await snooze(id, 1);
		expect([error, items[0]?.json.id]).toEqual([undefined, id]);
		expect(logOf(id).filter((kind) => kind === 'snooze')).toHaveLength(1);
	});
});
