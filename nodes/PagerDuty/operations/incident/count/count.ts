import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { field } from '../../../fields/field';
import { parallelRequests } from '../../../fields/parallelRequests';
import { createdNever, createdQuery, filtersOfCount } from '../read/filters';
import { incident } from '../resource';
import { countIncidents } from './countIncidents';
import { countByGroup } from './groups';

const countBy = field({
	displayName: 'Count By',
	name: 'countBy',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Nothing', value: 'none', description: 'One number for all of them' },
		{
			name: 'Service',
			value: 'service',
			description: 'One item for each service with incidents, or for each one under Filters',
		},
		{
			name: 'Status',
			value: 'status',
			description: 'One item each for triggered, acknowledged and resolved',
		},
		{
			name: 'Team',
			value: 'team',
			description: 'One item for each team with incidents, or for each one under Filters',
		},
		{ name: 'Urgency', value: 'urgency', description: 'One item each for high and low' },
	],
	default: 'none',
	description: 'What the incidents are counted by: one item for each group, with its count',
});

/**
 * operationId listIncidents · exact at any number, as {@link countIncidents} says. PagerDuty counts each group in a request
 * of its own: an incident that changes in that moment may be in two groups, or in none.
 */
export const count = defineOperation({
	of: incident,
	option: {
		name: 'Count',
		value: 'count',
		action: 'Count incidents',
		description:
			'Count incidents, in total or by status, urgency, service or team: those of the last month unless set otherwise. Exact even above 10,000, and much faster than listing them.',
	},
	fields: [countBy, filtersOfCount, options(parallelRequests)],
	conflict: createdNever,
	run: async (api, { countBy, allTime, since, until, ...filters }) => {
		const query = { ...filters, ...createdQuery({ allTime, since, until }) };
		if (countBy !== 'none') return await countByGroup(api, countBy, query);
		const { count } = await countIncidents(api, query);
		return { count };
	},
});
