import { field } from './field';

/** PagerDuty's `sort_by` of lists that have names. @param things as in "The order of the services" */
export const sortByName = (things: string) =>
	field({
		displayName: 'Sort By',
		name: 'sortBy',
		type: 'options',
		options: [
			{ name: 'Name, A to Z', value: 'name:asc' },
			{ name: 'Name, Z to A', value: 'name:desc' },
		],
		default: 'name:asc',
		description: `The order of the ${things}`,
	});
