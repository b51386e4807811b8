import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { path } from '../api/path';
import { search, type Source } from './picker';

/** PagerDuty searches no incidents by text, so titles are compared here: open ones however old, then those of the last month. */
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

const searchOpen = search(incidents(['triggered', 'acknowledged'], 'all'));
const searchResolved = search(incidents(['resolved']));

/** Open incidents to the last page, then resolved ones. */
export async function searchIncidents(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const [phase, offset] = (paginationToken ?? 'open:0').split(':');
	if (phase === 'resolved') return tagged('resolved', await searchResolved.call(this, filter, offset));
	const open = tagged('open', await searchOpen.call(this, filter, offset));
	if (open.paginationToken !== undefined) return open;
	// A short first page would leave nothing to scroll, and n8n asks for the next page on scrolling only.
	const resolved = tagged('resolved', await searchResolved.call(this, filter));
	return { ...resolved, results: [...open.results, ...resolved.results] };
}

const tagged = (
	phase: string,
	{ results, paginationToken }: INodeListSearchResult,
): INodeListSearchResult => ({
	results,
	paginationToken: paginationToken === undefined ? undefined : `${phase}:${String(paginationToken)}`,
});

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
