import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput } from '../errors';
import { list, oneOfMany } from '../http/input';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { inTimeZone, timeZone } from '../http/timeZone';
import { type OnCall, onCallsBetween } from '../schedules/onCalls';
import { policyView, userView } from '../views/people';
import * as ref from '../views/reference';
import { scheduleView } from '../views/schedule';
import { timestamp, type World } from '../world/world';
import { dateOf } from './incidentQuery';

const query = z
	.object({
		...pagingQuery,
		time_zone: timeZone,
		'include[]': oneOfMany(['escalation_policies', 'users', 'schedules']),
		'user_ids[]': list,
		'escalation_policy_ids[]': list,
		'schedule_ids[]': list,
		since: z.string().optional(),
		until: z.string().optional(),
		earliest: z.enum(['true', 'false']).optional(),
	})
	.strict();

const among = (wanted: string[], value: string) => wanted.length === 0 || wanted.includes(value);
const moment = (time: number | null) => (time === null ? null : timestamp(new Date(time)));

/** operationId listOnCalls */
export function addOnCallRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/oncalls',
		scope: 'oncalls.read',
		query,
		answer: ({ query }) => {
			const now = world.clock.now();
			const since = dateOf('since', query.since, query.time_zone) ?? now;
			const until = dateOf('until', query.until, query.time_zone) ?? now;
			if (until < since) throw invalidInput('until cannot be before since');
			const found = onCallsBetween(world, since.getTime(), until.getTime()).filter(
				({ policyId, userId, scheduleId }) =>
					among(query['escalation_policy_ids[]'], policyId) &&
					among(query['user_ids[]'], userId) &&
					among(query['schedule_ids[]'], scheduleId ?? 'null'),
			);
			const wanted = query.earliest === 'true' ? found.filter(isFirst()) : found;
			const full = new Set<string>(query['include[]']);
			const answer = page('oncalls', wanted, query, (onCall) => view(world, onCall, full));
			return inTimeZone(answer, query.time_zone);
		},
	});
}

/** Lets the first entry of each policy, level and user pass; they come in order of time. */
function isFirst() {
	const seen = new Set<string>();
	return ({ policyId, level, userId }: OnCall) => {
		const before = seen.size;
		return seen.add(`${policyId} ${level} ${userId}`).size > before;
	};
}

const view = (world: World, onCall: OnCall, full: ReadonlySet<string>) => ({
	escalation_policy: full.has('escalation_policies')
		? policyView(world, ref.held(world.policies, onCall.policyId), new Set())
		: ref.policyReference(world, onCall.policyId),
	escalation_level: onCall.level,
	// Who stands on a level directly has none, and the document does not know null here.
	...(onCall.scheduleId === null
		? {}
		: { schedule: scheduleOf(world, onCall.scheduleId, full.has('schedules')) }),
	user: full.has('users')
		? userView(world, ref.held(world.users, onCall.userId), new Set())
		: ref.userReference(world, onCall.userId),
	start: moment(onCall.start),
	end: moment(onCall.end),
});

const scheduleOf = (world: World, id: string, full: boolean) =>
	full ? scheduleView(world, ref.held(world.schedules, id)) : ref.scheduleReference(world, id);
