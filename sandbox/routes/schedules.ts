import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { list } from '../http/input';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { inTimeZone, timeZone } from '../http/timeZone';
import { scheduleDetail, scheduleView, type Range } from '../views/schedule';
import { dateOf } from './incidentQuery';
import { byName } from './services';

const twoWeeks = 14 * 86_400_000;

const one = z
	.object({
		time_zone: timeZone,
		since: z.string().optional(),
		until: z.string().optional(),
		overflow: z.enum(['true', 'false']).optional(),
	})
	.strict();

/** Nothing is rendered without a date; one without the other means two weeks. @throws 400 */
function rangeOf({ since, until, time_zone, overflow }: z.output<typeof one>): Range | undefined {
	if (since === undefined && until === undefined) return undefined;
	const [from, to] = [dateOf('since', since, time_zone), dateOf('until', until, time_zone)];
	const start = from?.getTime() ?? (to?.getTime() ?? 0) - twoWeeks;
	const end = to?.getTime() ?? start + twoWeeks;
	if (end <= start) throw invalidInput('until must be later than since');
	return { since: start, until: end, overflow: overflow === 'true' };
}

/** https://developer.pagerduty.com/api-reference — Schedules */
export function addScheduleRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/schedules',
		scope: 'schedules.read',
		query: z
			.object({ ...pagingQuery, query: z.string().optional(), time_zone: timeZone, 'team_ids[]': list })
			.strict(),
		answer: ({ query }) => {
			const teams = query['team_ids[]'];
			const found = byName(world.schedules.values(), 'name').filter(
				({ name, teamIds }) =>
					matches(query.query, name) && (teams.length === 0 || teamIds.some((id) => teams.includes(id))),
			);
			return page('schedules', found, query, (schedule) => scheduleView(world, schedule));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/schedules/:id',
		scope: 'schedules.read',
		query: one,
		answer: ({ params, query }) => {
			const schedule = world.schedules.get(params.id ?? '');
			if (!schedule) throw notFound();
			return inTimeZone({ schedule: scheduleDetail(world, schedule, rangeOf(query)) }, query.time_zone);
		},
	});
}
