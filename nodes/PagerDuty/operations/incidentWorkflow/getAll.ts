import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { include } from '../../fields/include';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { incidentWorkflow } from './resource';

/** Names follow PagerDuty's `include[]` of incident workflows. */
const includeOfWorkflows = include(
	{ name: 'Steps', value: 'steps', fills: ['steps'] },
	{ name: 'Teams', value: 'team', fills: ['team'] },
);

/** operationId listIncidentWorkflows */
export const getAll = defineOperation({
	of: incidentWorkflow,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incident workflows',
		description: 'List the incident workflows of the account by name',
	},
	fields: [
		...listed,
		filters(searchText('incident workflows', 'name', 'war room')),
		options(includeOfWorkflows, parallelRequests),
	],
	request: (query) => get(path`/incident_workflows`, query),
	answer: { narrowBy: 'a Search Text' },
});
