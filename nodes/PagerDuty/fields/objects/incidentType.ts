import { z } from 'zod';

import { path } from '../../api/path';
import { field, required } from '../field';
import { byId, locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

/** This list has no pages. */
const incidentTypes: Source = {
	request: () => ({ method: 'GET', path: path`/incidents/types`, query: { filter: 'enabled' } }),
	list: 'incident_types',
	scopes: ['incident_types.read'],
	name: (row) => String(row.display_name ?? row.name),
	searchHere: true,
	unpaged: true,
};

/** Most of PagerDuty refers to incident types by name. */
const byName: Source = { ...incidentTypes, value: (row) => String(row.name) };

export const searchIncidentTypes = search(byName);
export const loadIncidentTypes = load(byName);
export const loadIncidentTypeIds = load(incidentTypes);

export const incidentTypeIds = multiSelect({
	name: 'incidentTypeIds',
	noun: 'Incident Type',
	description: 'Only incidents of these types',
	load: 'loadIncidentTypeIds',
});

/** The type that an operation is about. PagerDuty takes its name wherever it takes its ID. */
export const incidentTypeId = {
	...required(
		locator({
			name: 'incidentTypeId',
			displayName: 'Incident Type',
			description: 'The incident type to work with',
			search: 'searchIncidentTypes',
			noun: 'incident type',
			modes: [{ ...byId('security_incident'), displayName: 'By Name or ID' }],
		}),
	),
	check: z.string().regex(/^[\w-]+$/, 'is neither the name nor the ID of an incident type'),
} as const;

export const incidentType = field({
	displayName: 'Incident Type Name or ID',
	name: 'incidentType',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'loadIncidentTypes' },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});
