import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { reference } from '../http/input';
import { addRoute } from '../http/rest';
import { moment } from '../http/timeZone';
import { faultsOf, takeBack } from '../schedules/overrides';
import type { Override } from '../schedules/schedule';
import { shiftsBetween } from '../schedules/shifts';
import { userView } from '../views/people';
import { held } from '../views/reference';
import { overrideView } from '../views/schedule';
import { timestamp } from '../world/world';
import { dateOf } from './incidentQuery';

const flag = z.enum(['true', 'false']).optional();
const date = z.string().refine((text) => moment(text, undefined) !== undefined, 'is no date');
const rangeQuery = { since: z.string().optional(), until: z.string().optional() };
const listQuery = z.object({ since: z.string(), until: z.string(), editable: flag, overflow: flag }).strict();
const overrideBody = z
	.object({
		id: z.string().optional(),
		start: date,
		end: date,
		user: reference('user_reference', 'user'),
		time_zone: z.string().optional(),
	})
	.strict();
const createBody = z.object({ overrides: z.array(overrideBody).min(1) }).strict();

/** @throws 400 for a range that is none */
function rangeOf({ since, until }: { since?: string; until?: string }, now: Date) {
	const from = (dateOf('since', since, undefined) ?? now).getTime();
	const to = (dateOf('until', until, undefined) ?? new Date(Math.max(from, now.getTime()))).getTime();
	if (to < from) throw invalidInput('until cannot be before since');
	return { from, to };
}

const inUtc = (text: string) => timestamp(moment(text, undefined) ?? new Date(NaN));

/** operationIds listScheduleUsers, listScheduleOverrides, createScheduleOverride, deleteScheduleOverride */
export function addScheduleOverrideRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const scheduleOf = ({ id = '' }: Record<string, string>) => {
		const schedule = world.schedules.get(id);
		if (!schedule) throw notFound();
		return schedule;
	};
	const path = '/schedules/:id/overrides';

	addRoute(app, account, {
		method: 'GET',
		path: '/schedules/:id/users',
		scope: 'users.read',
		query: z.object(rangeQuery).strict(),
		answer: ({ params, query }) => {
			const { from, to } = rangeOf(query, world.clock.now());
			const ids = new Set(shiftsBetween(scheduleOf(params), from, to).map(({ userId }) => userId));
			return { users: [...ids].map((id) => userView(world, held(world.users, id), new Set())) };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path,
		scope: 'schedules.read',
		query: listQuery,
		// As the document has it.
		status: 201,
		answer: ({ params, query }) => {
			const { from, to } = rangeOf(query, world.clock.now());
			const bounds = query.overflow === 'true' ? undefined : { from, to };
			const inRange = ({ start, end }: Override) => Date.parse(start) < to && Date.parse(end) > from;
			const isFuture = ({ start }: Override) => Date.parse(start) > world.clock.now().getTime();
			const asked = query.editable !== undefined;
			const found = scheduleOf(params).overrides.filter((one) => inRange(one) && (!asked || isFuture(one)));
			return { overrides: found.map((one) => overrideView(world, one, { withId: asked, bounds })) };
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path,
		scope: 'schedules.write',
		body: createBody,
		status: 201,
		answer: ({ params, body }) => {
			const schedule = scheduleOf(params);
			const answers = body.overrides.map(({ user, ...sent }) => {
				const override = { userId: user.id, start: inUtc(sent.start), end: inUtc(sent.end) };
				const errors = faultsOf(world, override);
				if (errors.length > 0)
					return { status: 400, errors, override: { start: sent.start, end: sent.end, user } };
				const made = { id: world.ids.incident(), ...override };
				schedule.overrides.push(made);
				return { status: 201, override: overrideView(world, made, { withId: true }) };
			});
			account.changed();
			return answers;
		},
	});

	addRoute(app, account, {
		method: 'DELETE',
		path: `${path}/:overrideId`,
		scope: 'schedules.write',
		status: 204,
		answer: ({ params, setStatus }) => {
			if (takeBack(world, scheduleOf(params), params.overrideId ?? '')) setStatus(200);
			account.changed();
			return undefined;
		},
	});
}
