import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, PagerDutyError } from '../errors';
import { oneOfMany } from '../http/input';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { inTimeZone, timeZone } from '../http/timeZone';
import { notificationsBetween, notificationView } from '../views/notification';
import { dateOf } from './incidentQuery';

const query = z
	.object({
		...pagingQuery,
		time_zone: timeZone,
		since: z.string(),
		until: z.string(),
		filter: z
			.enum(['sms_notification', 'email_notification', 'phone_notification', 'push_notification'])
			.optional(),
		'include[]': oneOfMany(['users']),
	})
	.strict();

const threeMonths = 92 * 86_400_000;

/** operationId listNotifications */
export function addNotificationRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/notifications',
		scope: 'users:notifications.read',
		query,
		answer: ({ query }) => {
			const since = dateOf('since', query.since, query.time_zone)?.getTime() ?? 0;
			const until = dateOf('until', query.until, query.time_zone)?.getTime() ?? 0;
			if (until < since) throw invalidInput('until cannot be before since');
			if (until - since >= threeMonths)
				throw new PagerDutyError(400, 2005, 'Invalid Date Range', [
					'The date range must be less than three months',
				]);
			const found = notificationsBetween(world, since, until).filter(
				({ type }) => query.filter === undefined || type === query.filter,
			);
			const full = new Set<string>(query['include[]']);
			const answer = page('notifications', found, query, (one) => notificationView(world, one, full));
			return inTimeZone(answer, query.time_zone);
		},
	});
}
