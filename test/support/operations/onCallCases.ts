import type { INodeParameters } from 'n8n-workflow';

import { byId, type Case, type Desk } from './desk';

/** What stands in `user`, `schedule` and the like. */
const idOf = (reference: unknown) => Reflect.get(Object(reference), 'id');

const current = async (desk: Desk, onCallOf: string, more: INodeParameters) =>
	await desk.read('onCall:getCurrent', { onCallOf, ...more });

/** The cases of who is on call. */
export const onCallCases: Record<string, Case> = {
	'onCall:getAll': async (desk) => {
		const [schedule] = desk.sandbox.schedules();
		const scheduleIds = [schedule?.id ?? ''];
		const now = await desk.read('onCall:getAll', { filters: { scheduleIds } });
		expect(now).toMatchObject([{ escalation_level: 2, schedule: { id: schedule?.id } }]);
		const everybody = await desk.read('onCall:getAll', { returnAll: true });
		expect(everybody.length).toBeGreaterThan(8);
		const until = new Date(Date.now() + 8 * 86_400_000).toISOString();
		const filters = { scheduleIds, until, earliest: true };
		const users = await desk.read('onCall:getAll', { returnAll: true, filters });
		expect(users.map(({ user }) => idOf(user)).sort()).toEqual([...(schedule?.userIds ?? [])].sort());
	},

	'onCall:getCurrent': async (desk) => {
		const [service] = desk.sandbox.services();
		const [schedule] = desk.sandbox.schedules();
		const policy = desk.sandbox.escalationPolicies().find(({ id }) => id === service?.policyId);
		const ofService = await current(desk, 'service', { serviceId: byId(service?.id ?? '') });
		expect(ofService).toMatchObject(
			(policy?.rules ?? []).map(({ userIds: [user], delayMinutes }, index) => ({
				escalation_level: index + 1,
				escalates_after_minutes: delayMinutes,
				escalation_policy: { id: policy?.id, summary: policy?.name },
				on_call: expect.arrayContaining([
					expect.objectContaining({ user: expect.objectContaining({ id: user }) as object }),
				]) as object,
			})),
		);
		const [, second] = ofService;
		expect(second).toMatchObject({ until: expect.any(String) as string, next: [{ start: second?.until }] });
		expect(ofService[0]).toMatchObject({ until: null, next: [] });

		const escalationPolicyId = byId(policy?.id ?? '');
		expect(await current(desk, 'escalationPolicy', { escalationPolicyId })).toEqual(ofService);
		const teamId = byId(policy?.teamIds[0] ?? '');
		expect(await current(desk, 'team', { teamId })).toEqual(ofService);
		const [ofSchedule] = await current(desk, 'schedule', { scheduleId: byId(schedule?.id ?? '') });
		expect(ofSchedule).toMatchObject({ escalation_level: 2, on_call: [{ schedule: { id: schedule?.id } }] });

		const [, onSecond] = policy?.rules ?? [];
		const options = { contactMethods: true };
		const userId = byId(onSecond?.userIds[0] ?? '');
		const [ofUser] = await current(desk, 'user', { userId, options });
		const email = desk.sandbox.users().find(({ id }) => id === userId.value)?.email;
		expect(ofUser).toMatchObject({
			escalation_level: 2,
			on_call: [{ user: { id: userId.value }, contact_methods: [{ address: email }, {}, {}] }],
		});
	},
};
