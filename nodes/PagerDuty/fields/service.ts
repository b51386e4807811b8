import type { INodeProperties } from 'n8n-workflow';

import { path } from '../api/path';
import { load, search, type Source } from './picker';

const services: Source = {
	request: (query) => ({ method: 'GET', path: path`/services`, query: { query } }),
	list: 'services',
	scopes: ['services.read'],
	name: (row) => String(row.name),
};

export const searchServices = search(services);
export const loadServices = load(services);

export const serviceId: INodeProperties = {
	displayName: 'Service',
	name: 'serviceId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The PagerDuty service to work with',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a service...',
			typeOptions: { searchListMethod: 'searchServices', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. PABC123' },
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://acme.pagerduty.com/service-directory/PABC123',
		},
	],
};

export const serviceIds: INodeProperties = {
	displayName: 'Service Names or IDs',
	name: 'serviceIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'loadServices' },
	default: [],
	description:
		'Only what belongs to these services. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
