/** The incident of a note, so that the next node can go on with it: PagerDuty's answers do not name it. */
export const ofIncident = ({ incidentId }: { readonly incidentId: string }) => ({
	incident: { id: incidentId, type: 'incident_reference' },
});
