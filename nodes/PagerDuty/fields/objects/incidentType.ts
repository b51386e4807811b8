import { path } from '../../api/path';
import { field } from '../field';
import { multiSelect } from '../multiSelect';
import { load, type Source } from '../picker';

/** This list has no pages. */
const incidentTypes: Source = {
	request: () => ({ method: 'GET', path: path`/incidents/types`, query: { filter: 'enabled' } }),
	list: 'incident_types',
	scopes: ['incident_types.read'],
	name: (row) => String(row.display_name ?? row.name),
	unpaged: true,
};

/** Most of PagerDuty refers to incident types by name. */
export const loadIncidentTypes = load({ ...incidentTypes, value: (row) => String(row.name) });
export const loadIncidentTypeIds = load(incidentTypes);

export const incidentTypeIds = multiSelect({
	name: 'incidentTypeIds',
	noun: 'Incident Type',
	description: 'Only incidents of these types',
	load: 'loadIncidentTypeIds',
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
