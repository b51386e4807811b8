import { path } from '../../api/path';
import { required } from '../field';
import { locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

const teams: Source = {
	request: (query) => ({ method: 'GET', path: path`/teams`, query: { query } }),
	list: 'teams',
	scopes: ['teams.read'],
	name: (row) => String(row.name),
};

export const searchTeams = search(teams);
export const loadTeams = load(teams);

const team = locator({
	name: 'teamId',
	displayName: 'Team',
	description: 'The PagerDuty team to work with',
	search: 'searchTeams',
	noun: 'team',
	page: 'teams',
});

export const teamId = required(team);

/** One team whose objects a list is to have. */
export const ofTeamId = { ...team, description: 'Only what belongs to this team' } as const;

export const teamIds = multiSelect({
	name: 'teamIds',
	noun: 'Team',
	description: 'Only what belongs to these teams',
	load: 'loadTeams',
});
