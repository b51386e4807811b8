import { byId, type Case, type Desk } from './desk';
import { openIncident } from './openIncident';

/** An incident with two alerts, and both of them. */
function twoAlerts(desk: Desk) {
	const incident = openIncident(desk);
	const first = desk.sandbox.alert(incident.id, {
		key: 'mail-3/disk',
		summary: 'The disk of mail-3 is full',
		severity: 'error',
		details: { used: '100 %' },
	});
	const second = desk.sandbox.alert(incident.id, { key: 'mail-3/queue', summary: 'The queue is long' });
	return { incident, incidentId: byId(incident.id), first, second };
}

/** What is done with the alerts of an incident. */
export const incidentAlertCases: Record<string, Case> = {
	'incidentAlert:get': async (desk) => {
		const { incident, incidentId, first } = twoAlerts(desk);
		const [alert] = await desk.read('incidentAlert:get', { incidentId, alertId: byId(first.id) });
		expect(alert).toMatchObject({
			id: first.id,
			summary: 'The disk of mail-3 is full',
			status: 'triggered',
			severity: 'error',
			alert_key: 'mail-3/disk',
			incident: { id: incident.id },
			body: { details: { used: '100 %' } },
		});
	},

	'incidentAlert:getAll': async (desk) => {
		const { incidentId, first, second } = twoAlerts(desk);
		const all = await desk.read('incidentAlert:getAll', { incidentId, returnAll: true });
		expect(all.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
		const filters = { alertKey: second.key, statuses: ['triggered'] };
		expect(await desk.read('incidentAlert:getAll', { incidentId, filters })).toMatchObject([
			{ id: second.id },
		]);
		expect(await desk.read('incidentAlert:getAll', { incidentId, limit: 1 })).toHaveLength(1);
	},

	'incidentAlert:move': async (desk) => {
		const { incidentId, first, second } = twoAlerts(desk);
		const other = openIncident(desk, 'Disks are full');
		const [alert] = await desk.read('incidentAlert:move', {
			incidentId,
			alertId: byId(first.id),
			newIncidentId: byId(other.id),
		});
		expect(alert).toMatchObject({ id: first.id, incident: { id: other.id } });
		expect(desk.sandbox.alerts(other.id).map(({ id }) => id)).toEqual([first.id]);
		expect(desk.sandbox.alerts(incidentId.value).map(({ id }) => id)).toEqual([second.id]);
	},

	'incidentAlert:resolve': async (desk) => {
		const { incidentId, first, second } = twoAlerts(desk);
		const resolve = async (id: string) =>
			await desk.read('incidentAlert:resolve', { incidentId, alertId: byId(id) });
		expect(await resolve(first.id)).toMatchObject([{ id: first.id, status: 'resolved' }]);
		expect(desk.sandbox.incident(incidentId.value)?.status).toBe('triggered');
		await resolve(second.id);
		expect(desk.sandbox.incident(incidentId.value)?.status).toBe('resolved');
	},

	'incidentAlert:update': async (desk) => {
		const { incidentId, first } = twoAlerts(desk);
		const other = openIncident(desk, 'Disks are full');
		const [alert] = await desk.read('incidentAlert:update', {
			incidentId,
			alertId: byId(first.id),
			updateFields: { newIncidentId: byId(other.id), status: 'resolved' },
		});
		expect(alert).toMatchObject({ id: first.id, status: 'resolved', incident: { id: other.id } });
	},
};
