import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { teamIds } from '../../fields/objects/team';
import { notifiedUserIds } from '../../fields/objects/user';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { sortByName } from '../../fields/sortByName';
import { escalationPolicy, includeOfEscalationPolicy } from './resource';

/** operationId listEscalationPolicies */
export const getAll = defineOperation({
	of: escalationPolicy,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many escalation policies',
		description: 'List escalation policies by name, team or user',
	},
	fields: [
		...listed,
		filters(searchText('escalation policies', 'name', 'storefront'), teamIds, notifiedUserIds),
		options(includeOfEscalationPolicy, parallelRequests, sortByName('escalation policies')),
	],
	request: (query) => get(path`/escalation_policies`, query),
	answer: { narrowBy: 'a Search Text, a Team or a User' },
});
