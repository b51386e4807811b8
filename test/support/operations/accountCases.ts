import { byId, type Case } from './desk';

/** The cases of what an account defines, and of what it told whom. */
export const accountCases: Record<string, Case> = {
	'account:checkHealth': async (desk) => {
		const [health, ...more] = await desk.read('account:checkHealth', {});
		expect(more).toEqual([]);
		const all = ['abilities', 'connection', 'credential', 'fromUser', 'rateLimit', 'region', 'scopes'];
		const checks = health?.checks as Array<Record<string, unknown>>;
		expect(checks.map(({ check }) => check).sort()).toEqual([...all, 'webhookSubscriptions']);
		expect(checks.filter(({ status }) => status !== 'ok')).toEqual([]);
		expect(health?.status).toBe('ok');
	},

	'incidentType:getAll': async (desk) => {
		const types = await desk.read('incidentType:getAll', { returnAll: true });
		expect(types.map(({ name }) => name)).toEqual([
			'incident_default',
			'major_incident',
			'security_incident',
		]);
		expect(types[1]).toMatchObject({ display_name: 'Major Incident', enabled: true });
		expect(await desk.read('incidentType:getAll', { limit: 2 })).toEqual(types.slice(0, 2));
		expect(await desk.read('incidentType:getAll', { filters: { filter: 'disabled' } })).toEqual([]);
	},

	'incidentTypeField:getAll': async (desk) => {
		const incidentTypeId = byId('major_incident');
		const fields = await desk.read('incidentTypeField:getAll', { incidentTypeId, returnAll: true });
		expect(fields.map(({ name }) => name)).toEqual(['incident_commander', 'customer_impact']);
		const options = { include: ['field_options'] };
		const [, whole] = await desk.read('incidentTypeField:getAll', { incidentTypeId, options });
		expect(whole?.field_options).toMatchObject(['none', 'some', 'all'].map((value) => ({ data: { value } })));
		const again = await desk.read('incidentTypeField:getAll', {
			incidentTypeId: byId(String(fields[0]?.incident_type)),
		});
		expect(again).toEqual(fields);
	},

	'notification:getAll': async (desk) => {
		const since = new Date(Date.now() - 40 * 86_400_000).toISOString();
		const range = { since, until: new Date(Date.now() + 3_600_000).toISOString() };
		const all = await desk.read('notification:getAll', { ...range, returnAll: true });
		expect(all.length).toBeGreaterThan(100);
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		const filters = { filter: 'sms_notification' };
		const texts = await desk.read('notification:getAll', { ...range, filters, returnAll: true });
		expect(texts.length).toBeGreaterThan(0);
		expect(texts).toEqual(all.filter(({ type }) => type === 'sms_notification'));
	},
};
