import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { incidentId } from '../../fields/objects/incident';
import { listed } from '../../fields/paging';
import { incidentNote, ofIncident } from './resource';

/** operationId listIncidentNotes · the list has no pages, newest first. */
export const getAll = defineOperation({
	of: incidentNote,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incident notes',
		description: 'List the notes of an incident',
	},
	fields: [incidentId, ...listed],
	adds: ofIncident,
	request: ({ incidentId }) => get(path`/incidents/${incidentId}/notes`),
	answer: { paging: 'none' },
});
