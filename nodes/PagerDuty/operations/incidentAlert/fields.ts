import { incidentId } from '../../fields/objects/incident';

/** Where an alert moves to. */
export const newIncidentId = {
	...incidentId,
	displayName: 'Move To Incident',
	name: 'newIncidentId',
	description: 'The open incident that the alert is to belong to, by its ID, its number or its address',
} as const;
