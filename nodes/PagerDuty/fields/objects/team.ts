import { path } from '../../api/path';
import { multiSelect } from '../multiSelect';
import { load, type Source } from '../picker';

const teams: Source = {
	request: (query) => ({ method: 'GET', path: path`/teams`, query: { query } }),
	list: 'teams',
	scopes: ['teams.read'],
	name: (row) => String(row.name),
};

export const loadTeams = load(teams);

export const teamIds = multiSelect({
	name: 'teamIds',
	noun: 'Team',
	description: 'Only what belongs to these teams',
	load: 'loadTeams',
});
