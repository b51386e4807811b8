import type { Step } from './step';

/** Title, urgency, priority, incident type and conference bridge. PagerDuty sends no event for title and urgency. */
export function changeFields({ world, incident, change, log, tell }: Step): void {
	if (change.title !== undefined && change.title !== incident.title) {
		log('field_value_change', { changeset: [`Title changed from "${incident.title}" to "${change.title}"`] });
		incident.title = change.title;
	}
	if (change.urgency !== undefined && change.urgency !== incident.urgency) {
		incident.urgency = change.urgency;
		log('urgency_change');
	}
	if (change.priorityId !== undefined && change.priorityId !== incident.priorityId) {
		const name = world.priorities.get(change.priorityId ?? '')?.name ?? change.priorityId;
		incident.priorityId = change.priorityId;
		log('field_value_change', {
			changeset: [name === null ? 'Priority removed' : `Priority changed to ${name}`],
		});
		tell('priority_updated');
	}
	if (change.incidentType !== undefined && change.incidentType !== incident.incidentType) {
		incident.incidentType = change.incidentType;
		log('field_value_change', { changeset: [`Incident type changed to ${change.incidentType}`] });
		tell('incident_type.changed');
	}
	if (change.conferenceBridge !== undefined) {
		incident.conferenceBridge = { ...incident.conferenceBridge, ...change.conferenceBridge };
		log('field_value_change', { changeset: ['Conference bridge changed'] });
		tell('conference_bridge.updated');
	}
}
