import type { INodeProperties } from 'n8n-workflow';

import { path } from '../api/path';
import { load, type Source } from './picker';

const schedules: Source = {
	request: (query) => ({ method: 'GET', path: path`/schedules`, query: { query } }),
	list: 'schedules',
	scopes: ['schedules.read'],
	name: (row) => String(row.name),
};

export const loadSchedules = load(schedules);

export const scheduleIds: INodeProperties = {
	displayName: 'Schedule Names or IDs',
	name: 'scheduleIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'loadSchedules' },
	default: [],
	description:
		'The schedules to watch. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
