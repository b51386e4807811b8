import { byId, type Desk } from '../../support/operations/desk';

/** An open incident with fields of every type. */
export function securityIncident({ sandbox }: Desk) {
	const { id } = sandbox.trigger();
	return sandbox.change(id, { incidentType: 'security_incident' });
}

/** The custom fields of an incident that have a value, by their names. */
export async function valuesOf(desk: Desk, id: unknown) {
	const rows = await desk.read('incident:getCustomFields', { incidentId: byId(String(id)), returnAll: true });
	return Object.fromEntries(
		rows.filter(({ value }) => value !== null).map(({ name, value }) => [name, value]),
	);
}
