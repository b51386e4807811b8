import { path } from '../../api/path';
import { post, wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { teamIds } from '../../fields/objects/team';
import { parallelRequests } from '../../fields/parallelRequests';
import { timeZone } from '../../fields/time';
import {
	aggregateUnit,
	backwardsBetween,
	listedWhole,
	createdAtEnd,
	createdAtStart,
	userIds,
} from './fields';
import { analytics, scopes } from './resource';

/** operationId getAnalyticsMetricsUsersAll */
export const getUsers = defineOperation({
	of: analytics,
	option: {
		name: 'Get Users',
		value: 'getUsers',
		action: 'Get figures over users',
		description:
			'Count how many users there are, and how many can be reached and are in an escalation policy',
	},
	fields: [
		...listedWhole,
		filters(createdAtStart, teamIds, createdAtEnd, userIds),
		options(aggregateUnit, parallelRequests, timeZone),
	],
	scopes,
	effect: 'read',
	conflict: backwardsBetween('createdAtStart', 'createdAtEnd'),
	request: ({ aggregateUnit, timeZone, ...more }) =>
		post(path`/analytics/metrics/users/all`, { filters: wire(more), ...wire({ aggregateUnit, timeZone }) }),
	answer: { paging: 'none' },
});
