import type { ResourceFacts } from '../../engine/operation';

export const incidentNote: ResourceFacts = {
	option: {
		name: 'Incident Note',
		value: 'incidentNote',
		description: 'A remark on an incident that everybody on it can read',
	},
	scope: 'incidents',
	one: 'note',
	list: 'notes',
	simple: ['id', 'content', 'created_at', 'user', 'incident', 'channel'],
};

/** The incident of a note, so that the next node can go on with it: PagerDuty's answers do not name it. */
export const ofIncident = ({ incidentId }: { readonly incidentId: string }) => ({
	incident: { id: incidentId, type: 'incident_reference' },
});
