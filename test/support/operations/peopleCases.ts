import { sandboxKeys } from '../../../sandbox';
import { byId, type Case } from './desk';

/** The cases of people, their teams, and who they are to PagerDuty. */
export const peopleCases: Record<string, Case> = {
	'account:getAbilities': async (desk) => {
		const [account, ...more] = await desk.read('account:getAbilities', {});
		expect(account?.abilities).toContain('teams');
		expect(more).toEqual([]);
	},

	'team:getMembers': async (desk) => {
		const [team] = desk.sandbox.teams();
		const people = desk.sandbox.users().filter(({ teamIds }) => teamIds.includes(team?.id ?? ''));
		const teamId = byId(team?.id ?? '');
		const members = await desk.read('team:getMembers', { teamId, returnAll: true });
		expect(members.map(({ user }) => Reflect.get(Object(user), 'id'))).toEqual(people.map(({ id }) => id));
		expect(members[0]).toMatchObject({ role: 'manager' });
		const options = { include: ['users'] };
		const [whole] = await desk.read('team:getMembers', { teamId, limit: 1, options });
		expect(whole).toMatchObject({ user: { email: people[0]?.email } });
	},

	'user:getByEmail': async (desk) => {
		const [maya] = desk.sandbox.users();
		const email = ` ${maya?.email.toUpperCase()} `;
		expect(await desk.read('user:getByEmail', { email })).toMatchObject([{ id: maya?.id, name: maya?.name }]);
		const { error } = await desk.run('user:getByEmail', { email: 'a.lindqvist@harborline.example' });
		expect(error?.message).toBe('No PagerDuty user has the email a.lindqvist@harborline.example');
		expect(error?.description).toContain('Correct the address');
	},

	'user:getContactMethods': async (desk) => {
		const [maya] = desk.sandbox.users();
		const methods = await desk.read('user:getContactMethods', { userId: byId(maya?.id ?? '') });
		expect(methods).toMatchObject([
			{ type: 'email_contact_method', address: maya?.email },
			{ type: 'sms_contact_method', country_code: 44 },
			{ type: 'phone_contact_method', label: 'Mobile' },
			{ type: 'push_notification_contact_method', device_type: 'ios' },
		]);
	},

	'user:getMe': async (desk) => {
		const [me] = await desk.read('user:getMe', {}, { credential: { apiToken: sandboxKeys.user } });
		expect(me).toMatchObject({ email: sandboxKeys.userEmail });
		const { error } = await desk.run('user:getMe', {});
		expect(error?.message).toBe('This key or connection belongs to no user');
		expect(error?.description).toContain('Use the API key of a user');
	},

	'user:getNotificationRules': async (desk) => {
		const userId = byId(desk.sandbox.users()[0]?.id ?? '');
		const read = async (filters: { urgency?: string }) =>
			await desk.read('user:getNotificationRules', { userId, filters });
		const urgencies = (rules: Awaited<ReturnType<typeof read>>) => [
			...new Set(rules.map(({ urgency }) => urgency)),
		];
		expect(urgencies(await read({}))).toEqual(['high']);
		expect(urgencies(await read({ urgency: 'low' }))).toEqual(['low']);
		const all = await read({ urgency: 'all' });
		expect(urgencies(all)).toEqual(['low', 'high']);
		expect(all).toContainEqual(
			expect.objectContaining({
				start_delay_in_minutes: 5,
				contact_method: expect.objectContaining({ summary: 'Mobile' }) as object,
			}),
		);
	},
};
