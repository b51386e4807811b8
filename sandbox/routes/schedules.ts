import { z } from 'zod';
import { invalidInput } from '../errors';
import { list, oneOfMany } from '../http/input';
import { pagingQuery } from '../http/paging';
import { timeZone } from '../http/timeZone';
import { nextOnCall, scheduleDetail, scheduleView, type Range } from '../views/schedule';
import { crud } from './crud';
import { dateOf } from './incidentQuery';

const parts = ['schedule_layers', 'overrides_subschedule', 'final_schedule'] as const;
const twoWeeks = 14 * 86_400_000;

const range = {
	time_zone: timeZone,
	since: z.string().optional(),
	until: z.string().optional(),
	/** An ID; the answer says when that user is next on call. */
	include_next_oncall_for_user: z.string().optional(),
};
const one = z.object({ ...range, overflow: z.enum(['true', 'false']).optional() }).strict();

/** Nothing is rendered without a date; one without the other means two weeks. @throws 400 */
function rangeOf({ since, until, time_zone, overflow }: Partial<z.output<typeof one>>): Range | undefined {
	if (since === undefined && until === undefined) return undefined;
	const [from, to] = [dateOf('since', since, time_zone), dateOf('until', until, time_zone)];
	const start = from?.getTime() ?? (to?.getTime() ?? 0) - twoWeeks;
	const end = to?.getTime() ?? start + twoWeeks;
	if (end <= start) throw invalidInput('until must be later than since');
	return { since: start, until: end, overflow: overflow === 'true' };
}

/** operationIds listSchedules, getSchedule */
export const addScheduleRoutes = crud({
	plural: 'schedules',
	singular: 'schedule',
	table: ({ schedules }) => schedules,
	view: scheduleView,
	list: {
		query: z
			.object({
				...pagingQuery,
				...range,
				query: z.string().optional(),
				'team_ids[]': list,
				'include[]': oneOfMany(parts),
			})
			.strict(),
		view: (world, schedule, query) => {
			const detail = scheduleDetail(world, schedule, rangeOf(query));
			return {
				...scheduleView(world, schedule),
				...Object.fromEntries(query['include[]'].map((part) => [part, detail[part]])),
				...nextOnCall(world, schedule, query.include_next_oncall_for_user),
			};
		},
	},
	get: {
		query: one,
		view: (world, schedule, query) => ({
			...scheduleDetail(world, schedule, rangeOf(query)),
			...nextOnCall(world, schedule, query.include_next_oncall_for_user),
		}),
	},
});
