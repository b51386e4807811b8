import { byId, type Case, type Desk } from './desk';

const hour = 3_600_000;
/** So many hours from now, by the sandbox's clock and in whole seconds. */
const ahead = async ({ sandbox }: Desk, hours: number) => {
	const answer = await fetch(`${sandbox.url}/_sandbox/health`);
	const { now } = JSON.parse(await answer.text()) as { now: string };
	return `${new Date(Date.parse(now) + hours * hour).toISOString().slice(0, 19)}Z`;
};

const userIn = (row: unknown) => Reflect.get(Object(Reflect.get(Object(row), 'user')), 'id');

/** The cases of schedules and their overrides. */
export const scheduleCases: Record<string, Case> = {
	'schedule:getUsers': async (desk) => {
		const [schedule] = desk.sandbox.schedules();
		const scheduleId = byId(schedule?.id ?? '');
		const filters = { since: await ahead(desk, 0), until: await ahead(desk, 24 * 10) };
		const everybody = await desk.read('schedule:getUsers', { scheduleId, filters });
		expect(everybody.map(({ id }) => id).sort()).toEqual([...(schedule?.userIds ?? [])].sort());
		expect(await desk.read('schedule:getUsers', { scheduleId })).toHaveLength(1);
	},

	'scheduleOverride:create': async (desk) => {
		const [schedule] = desk.sandbox.schedules();
		const user = desk.sandbox.users().at(-1)?.id ?? '';
		const scheduleId = byId(schedule?.id ?? '');
		const [start, end] = [await ahead(desk, 30), await ahead(desk, 34)];
		const [made] = await desk.read('scheduleOverride:create', { scheduleId, userId: byId(user), start, end });
		expect(made).toMatchObject({ start, end, user: { id: user }, schedule: { id: schedule?.id } });
		const [shown] = await desk.read('schedule:get', { scheduleId, options: { since: start, until: end } });
		expect(shown?.final_schedule).toMatchObject({ rendered_schedule_entries: [{ user: { id: user } }] });
		const backwards = { scheduleId, userId: byId(user), start: end, end: start };
		const { error } = await desk.run('scheduleOverride:create', backwards);
		expect(error?.message).toBe('"End" must be later than Start');
	},

	'scheduleOverride:delete': async (desk) => {
		const [schedule] = desk.sandbox.schedules();
		const id = schedule?.id ?? '';
		const userId = desk.sandbox.users()[0]?.id ?? '';
		desk.sandbox.override(id, { userId, start: await ahead(desk, 50), end: await ahead(desk, 51) });
		const overrideId = byId(schedule?.overrides.at(-1)?.id ?? '');
		const done = await desk.read('scheduleOverride:delete', { scheduleId: byId(id), overrideId });
		expect(done).toEqual([{ deleted: true }]);
		expect(schedule?.overrides.map((one) => one.id)).not.toContain(overrideId.value);
		desk.sandbox.override(id, { userId, start: await ahead(desk, -1), end: await ahead(desk, 1) });
		const begun = schedule?.overrides.at(-1);
		const cut = { scheduleId: byId(id), overrideId: byId(begun?.id ?? '') };
		expect(await desk.read('scheduleOverride:delete', cut)).toEqual([{ deleted: true }]);
		expect(Date.parse(begun?.end ?? '')).toBeLessThanOrEqual(Date.parse(await ahead(desk, 0)) + 1000);
	},

	'scheduleOverride:getAll': async (desk) => {
		const [, schedule] = desk.sandbox.schedules();
		const [begun = '', later = ''] = desk.sandbox.users().map(({ id }) => id);
		const add = async (userId: string, from: number) =>
			desk.sandbox.override(schedule?.id ?? '', {
				userId,
				start: await ahead(desk, from),
				end: await ahead(desk, from + 6),
			});
		await add(begun, -3);
		await add(later, 60);
		const range = { since: await ahead(desk, 0), until: await ahead(desk, 70) };
		const form = { scheduleId: byId(schedule?.id ?? ''), ...range, returnAll: true };
		const all = await desk.read('scheduleOverride:getAll', form);
		expect(all.map(userIn)).toEqual([begun, later]);
		expect(all[0]).toMatchObject({ start: range.since, schedule: { id: schedule?.id } });
		const options = { overflow: true };
		const [whole] = await desk.read('scheduleOverride:getAll', { ...form, options });
		expect(Date.parse(String(whole?.start))).toBeLessThan(Date.parse(range.since));
		const editable = await desk.read('scheduleOverride:getAll', { ...form, filters: { editable: true } });
		expect(editable.map(userIn)).toEqual([later]);
		expect(editable[0]).toHaveProperty('id');
	},
};
