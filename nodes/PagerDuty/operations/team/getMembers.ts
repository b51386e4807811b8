import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { include } from '../../fields/include';
import { teamId } from '../../fields/objects/team';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { team } from './resource';

const includeOfMembers = include({ name: 'Users', value: 'users', fills: ['user'] });

/** operationId listTeamUsers */
export const getMembers = defineOperation({
	of: team,
	option: {
		name: 'Get Members',
		value: 'getMembers',
		action: 'Get the members of a team',
		description: 'List who belongs to a team, and in which role',
	},
	fields: [teamId, ...listed, options(includeOfMembers, parallelRequests)],
	answer: { list: 'members' },
	simple: ['user', 'role'],
	request: ({ teamId, ...query }) => get(path`/teams/${teamId}/members`, query),
});
