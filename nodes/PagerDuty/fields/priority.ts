import type { INodeProperties } from 'n8n-workflow';

import { path } from '../api/path';
import { load, search, type Source } from './picker';

const priorities: Source = {
	request: () => ({ method: 'GET', path: path`/priorities` }),
	list: 'priorities',
	scopes: ['priorities.read'],
	name: (row) => [row.name, row.description].filter(Boolean).join(' – '),
	searchHere: true,
};

export const searchPriorities = search(priorities);
export const loadPriorities = load(priorities);

export const priorityId: INodeProperties = {
	displayName: 'Priority',
	name: 'priorityId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'How important the incident is, as your account names it (P1, P2 …)',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a priority...',
			typeOptions: { searchListMethod: 'searchPriorities', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. PABC123' },
		{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. P1' },
	],
};
