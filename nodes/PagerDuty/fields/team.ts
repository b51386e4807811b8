import type { INodeProperties } from 'n8n-workflow';

import { path } from '../api/path';
import { load, type Source } from './picker';

const teams: Source = {
	request: (query) => ({ method: 'GET', path: path`/teams`, query: { query } }),
	list: 'teams',
	scopes: ['teams.read'],
	name: (row) => String(row.name),
};

export const loadTeams = load(teams);

export const teamIds: INodeProperties = {
	displayName: 'Team Names or IDs',
	name: 'teamIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'loadTeams' },
	default: [],
	description:
		'Only what belongs to these teams. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
