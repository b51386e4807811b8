import { z } from 'zod';

import { path } from '../../api/path';
import { field, required } from '../field';
import { byId, locator } from '../locator';
import { load, search, type Source } from '../picker';

/** Incident types are referred to by name. This list has no pages. */
const incidentTypes: Source = {
	request: () => ({ method: 'GET', path: path`/incidents/types`, query: { filter: 'enabled' } }),
	list: 'incident_types',
	scopes: ['incident_types.read'],
	name: (row) => String(row.display_name ?? row.name),
	value: (row) => String(row.name),
	searchHere: true,
	unpaged: true,
};

export const searchIncidentTypes = search(incidentTypes);
export const loadIncidentTypes = load(incidentTypes);

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
