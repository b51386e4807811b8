import type { INodeProperties } from 'n8n-workflow';

import { path } from '../api/path';
import { search, type Source } from './picker';

const incidents = (statuses: string[], dateRange?: 'all'): Source => ({
	request: () => ({
		method: 'GET',
		path: path`/incidents`,
		query: { 'statuses[]': statuses, date_range: dateRange, sort_by: 'created_at:desc' },
	}),
	list: 'incidents',
	scopes: ['incidents.read'],
	name: (row) => `#${String(row.incident_number)} ${String(row.title)} (${String(row.status)})`,
	searchHere: true,
});

/** PagerDuty finds an incident by its number, as pickers and people write it: `1044` or `#1044`. */
function byNumber(text: string) {
	const [, number] = /^#?(\d+)$/.exec(text) ?? [];
	if (number === undefined) return undefined;
	return { request: { method: 'GET', path: path`/incidents/${number}` } as const, object: 'incident' };
}

/** PagerDuty searches no incidents by text, so titles are compared here: open ones however old, then those of the last month. */
export const searchIncidents = search(
	{ ...incidents(['triggered', 'acknowledged'], 'all'), named: byNumber },
	incidents(['resolved']),
);

export const incidentId: INodeProperties = {
	displayName: 'Incident',
	name: 'incidentId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The incident: pick it, or give its ID, its number (1044 or #1044) or its address. After a PagerDuty Trigger, use the ID inside of data: the one at the top is the ID of the event.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an incident...',
			typeOptions: { searchListMethod: 'searchIncidents', searchable: true },
		},
		{
			displayName: 'By ID or Number',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. Q1A2B3C4D5E6F7',
			hint: 'Or its number, such as 1044',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://acme.pagerduty.com/incidents/Q1A2B3C4D5E6F7',
		},
	],
};
