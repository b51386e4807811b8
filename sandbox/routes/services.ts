import { z } from 'zod';
import { list, oneOfMany } from '../http/input';
import { pagingQuery } from '../http/paging';
import { timeZone } from '../http/timeZone';
import { serviceView } from '../views/service';
import { crud, nameOrder } from './crud';

const include = {
	'include[]': oneOfMany([
		'escalation_policies',
		'teams',
		'integrations',
		'auto_pause_notifications_parameters',
	]),
};

/** operationIds listServices, getService */
export const addServiceRoutes = crud({
	plural: 'services',
	singular: 'service',
	table: ({ services }) => services,
	view: serviceView,
	list: {
		query: z
			.object({
				...pagingQuery,
				...include,
				query: z.string().optional(),
				name: z.string().optional(),
				'team_ids[]': list,
				time_zone: timeZone,
				sort_by: nameOrder,
			})
			.strict(),
		passes: (service, { name }) => name === undefined || service.name === name,
	},
	get: { query: z.object(include).strict() },
});
