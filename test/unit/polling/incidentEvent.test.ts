import { incidentEvent } from '../../../nodes/PagerDuty/polling/sources/incidents/incidentEvent';
import type { SourceContext } from '../../../nodes/PagerDuty/polling/sources/source';

const look = (simple: boolean) => ({ simple }) as SourceContext;
const incident = {
	id: 'QINC01',
	type: 'incident',
	title: 'Disk full',
	incident_number: 7,
	is_mergeable: true,
};
const entry = { id: 'RLOG01', created_at: '2026-03-02T10:00:00Z' };
const dataOf = (eventType: string, more: object = {}) =>
	Object(incidentEvent(look(true), eventType, incident, { ...entry, ...more }).data);

describe('an event made of a log entry', () => {
	it('names the incident of a changed custom field, and says that the values are not known', () => {
		expect(dataOf('incident.custom_field_values.updated')).toMatchObject({
			type: 'incident_field_values',
			incident: { id: 'QINC01', type: 'incident_reference', summary: 'Disk full' },
			custom_fields: null,
			changed_custom_fields: null,
		});
	});

	it('never gives the ID of an incident or of a log entry for that of a note', () => {
		expect(
			dataOf('incident.annotated', {
				type: 'annotate_log_entry',
				channel: { type: 'note', summary: 'Looking' },
			}),
		).toMatchObject({
			type: 'incident_note',
			id: null,
			content: 'Looking',
			incident: { id: 'QINC01' },
		});
	});

	it('says when an incident was reopened, of the reopening itself', () => {
		expect(dataOf('incident.reopened').reopened_at).toBe(entry.created_at);
		expect(dataOf('incident.triggered').reopened_at).toBeNull();
	});

	it('holds all of the incident besides where it is not to be simple', () => {
		const { data } = incidentEvent(look(false), 'incident.triggered', incident, entry);
		expect(data).toMatchObject({ number: 7, incident_number: 7, is_mergeable: true });
		expect(dataOf('incident.triggered')).not.toHaveProperty('is_mergeable');
	});

	it('is whole although PagerDuty says next to nothing of the incident', () => {
		const { data } = incidentEvent(look(true), 'incident.triggered', {}, entry);
		expect(data).toMatchObject({ id: null, number: null, service: null, assignees: [], teams: [] });
	});
});
