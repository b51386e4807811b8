import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { field } from '../../../fields/field';
import { sortBy, windowsOf } from '../../../fields/incidentOrder';
import { listed } from '../../../fields/paging';
import { parallelRequests } from '../../../fields/parallelRequests';
import { timeZone } from '../../../fields/time';
import { createdNever, createdQuery, filtersOfIncidents } from './filters';
import { includeOfIncidents } from './include';
import { incident } from '../resource';

const lastMonth = field({
	displayName:
		'PagerDuty lists the incidents of the last month. For older ones, add All Time or Since under Filters.',
	name: 'lastMonthNotice',
	type: 'notice',
	default: '',
});

/**
 * operationId listIncidents · `since` and `until` look at when an incident was created, not at when it changed; without
 * them PagerDuty goes back one month. Higher urgency counts as the smaller one: `urgency:asc` gives it first.
 */
export const getAll = defineOperation({
	of: incident,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incidents',
		description:
			'List incidents by status, service, team, user, urgency or time: those of the last month, newest first, unless set otherwise',
	},
	fields: [
		lastMonth,
		...listed,
		filtersOfIncidents,
		options(includeOfIncidents, parallelRequests, sortBy, timeZone),
	],
	conflict: createdNever,
	request: ({ allTime, since, until, excludeIncidentId: _, sortBy = 'created_at:desc', ...query }) =>
		get(path`/incidents`, {
			...query,
			...createdQuery({ allTime, since, until }),
			sortBy,
		}),
	answer: { windows: windowsOf },
	omits: ({ excludeIncidentId: excluded }) =>
		excluded === undefined
			? undefined
			: ({ id, incident_number: number }) => id === excluded || String(number) === excluded,
});
