import { path } from '../../api/path';
import { field } from '../field';
import { load } from '../picker';

/** Incident types are referred to by name. This list has no pages. */
export const loadIncidentTypes = load({
	request: () => ({ method: 'GET', path: path`/incidents/types`, query: { filter: 'enabled' } }),
	list: 'incident_types',
	scopes: ['incident_types.read'],
	name: (row) => String(row.display_name ?? row.name),
	value: (row) => String(row.name),
	unpaged: true,
});

export const incidentType = field({
	displayName: 'Incident Type Name or ID',
	name: 'incidentType',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'loadIncidentTypes' },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});
