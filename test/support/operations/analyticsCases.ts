import { byId, type Case, type Desk } from './desk';

/** Rows that count the incidents: together they are all that there are. */
const counts =
	(operation: string, name: string): Case =>
	async (desk) => {
		const rows = await desk.read(`analytics:${operation}`, { returnAll: true });
		const total = rows.reduce((sum, row) => sum + Number(row.total_incident_count), 0);
		expect(total).toBe(desk.sandbox.incidents().length);
		for (const row of rows) expect(row[name]).toEqual(expect.any(String));
		const filters = { createdAtStart: '2000-01-01T00:00:00Z', createdAtEnd: '2000-06-01T00:00:00Z' };
		expect(await desk.read(`analytics:${operation}`, { filters })).toEqual([]);
	};

const resolved = ({ sandbox }: Desk) => sandbox.incidents().find(({ status }) => status === 'resolved');

const secondsBetween = (start = '', end: string | null = '') =>
	(Date.parse(end ?? '') - Date.parse(start)) / 1000;

/** The cases of figures over incidents and people. */
export const analyticsCases: Record<string, Case> = {
	'analytics:getIncidents': async (desk) => {
		const [all] = await desk.read('analytics:getIncidents', {});
		expect(all).toMatchObject({ total_incident_count: desk.sandbox.incidents().length });
		const parameters = { returnAll: true, options: { aggregateUnit: 'month', order: 'asc' } };
		const months = await desk.read('analytics:getIncidents', parameters);
		expect(months.reduce((sum, row) => sum + Number(row.total_incident_count), 0)).toBe(
			all?.total_incident_count,
		);
		const starts = months.map(({ range_start: start }) => String(start));
		expect(starts).toEqual([...starts].sort());
	},

	'analytics:getServices': counts('getServices', 'service_name'),
	'analytics:getTeams': counts('getTeams', 'team_name'),
	'analytics:getEscalationPolicies': counts('getEscalationPolicies', 'escalation_policy_name'),

	'analytics:getResponders': async (desk) => {
		const [user] = desk.sandbox.users();
		const filters = { responderIds: [user?.id ?? ''] };
		const rows = await desk.read('analytics:getResponders', { filters });
		expect(rows).toMatchObject([{ responder_name: user?.name }]);
		expect(rows[0]?.total_incident_count).toBeGreaterThan(0);
	},

	'analytics:getRespondersByTeam': async (desk) => {
		const rows = await desk.read('analytics:getRespondersByTeam', { returnAll: true });
		expect(new Set(rows.map(({ team_name: team }) => team)).size).toBeGreaterThan(1);
	},

	'analytics:getUsers': async (desk) => {
		const rows = await desk.read('analytics:getUsers', {});
		expect(rows).toMatchObject([{ total_user_count: desk.sandbox.users().length }]);
	},

	'analytics:getRawIncidents': async (desk) => {
		const rows = await desk.read('analytics:getRawIncidents', { returnAll: true });
		expect(new Set(rows.map(({ id }) => id)).size).toBe(desk.sandbox.incidents().length);
		const options = { orderBy: 'seconds_to_resolve' };
		const [slowest] = await desk.read('analytics:getRawIncidents', { limit: 1, options });
		const longest = Math.max(...rows.map(({ seconds_to_resolve: seconds }) => Number(seconds ?? 0)));
		expect(slowest).toMatchObject({ seconds_to_resolve: longest });
	},

	'analytics:getRawIncident': async (desk) => {
		const incident = resolved(desk);
		const [read] = await desk.read('analytics:getRawIncident', { incidentId: byId(incident?.id ?? '') });
		expect(read).toMatchObject({
			id: incident?.id,
			description: incident?.title,
			seconds_to_resolve: secondsBetween(incident?.createdAt, incident?.resolvedAt),
		});
	},

	'analytics:getRawResponses': async (desk) => {
		const [user] = desk.sandbox.users();
		const { id } = desk.sandbox.trigger({ assigneeIds: [user?.id ?? ''] });
		desk.sandbox.acknowledge(id, user?.id);
		const rows = await desk.read('analytics:getRawResponses', { incidentId: byId(id) });
		expect(rows).toMatchObject([{ responder_name: user?.name, response_status: 'joined' }]);
	},
};
