import { path } from '../../api/path';
import { post, wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { incidentTypeIds } from '../../fields/objects/incidentType';
import { priorityIds } from '../../fields/objects/priority';
import { serviceIds } from '../../fields/objects/service';
import { teamIds } from '../../fields/objects/team';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { timeZone } from '../../fields/time';
import { urgency } from '../../fields/urgency';
import { backwardsBetween, createdAtEnd, createdAtStart, major, order } from './fields';
import { analytics, scopes, simpleIncident } from './resource';

const updatedAfter = field({
	displayName: 'Updated After',
	name: 'updatedAfter',
	type: 'dateTime',
	default: '',
	description: 'Only incidents whose figures were computed anew after this time',
});

const orderBy = field({
	displayName: 'Order By',
	name: 'orderBy',
	type: 'options',
	options: [
		{ name: 'Created', value: 'created_at' },
		{ name: 'Time to Resolve', value: 'seconds_to_resolve' },
	],
	default: 'created_at',
	description: 'What the order goes by',
});

/** operationId getAnalyticsIncidents */
export const getRawIncidents = defineOperation({
	of: analytics,
	option: {
		name: 'Get Raw Incidents',
		value: 'getRawIncidents',
		action: 'Get incidents with their figures',
		description:
			'List incidents, each with its own figures: how fast it was acknowledged and resolved, and by how many',
	},
	fields: [
		...listed,
		filters(
			incidentTypeIds,
			major,
			priorityIds,
			serviceIds,
			createdAtStart,
			teamIds,
			createdAtEnd,
			updatedAfter,
			urgency,
		),
		options(order, orderBy, parallelRequests, timeZone),
	],
	scopes,
	effect: 'read',
	conflict: backwardsBetween('createdAtStart', 'createdAtEnd'),
	request: ({ order, orderBy, timeZone, ...more }) =>
		post(path`/analytics/raw/incidents`, { filters: wire(more), ...wire({ order, orderBy, timeZone }) }),
	answer: { paging: 'starting_after' },
	simple: simpleIncident,
});
