import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { teamId } from '../../fields/objects/team';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { team } from './resource';

/** operationId getTeam */
export const get = defineOperation({
	of: team,
	option: { name: 'Get', value: 'get', action: 'Get a team', description: 'Read one team' },
	fields: [teamId, simplify, options(parallelRequests)],
	request: ({ teamId }) => getFrom(path`/teams/${teamId}`),
});
