import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import type { Api } from '../../api/client';
import { path } from '../../api/path';
import { get, post } from '../../api/request';
import { many, wrongShape } from '../../api/shape';
import { together } from '../../api/together';
import { defineOperation } from '../../engine/operation';
import { scheduleId } from '../../fields/objects/schedule';
import { userId } from '../../fields/objects/user';
import { simplify } from '../../fields/simplify';
import { end, endsTooEarly, start } from '../../fields/requiredTimes';
import { ofSchedule, scheduleOverride } from './resource';

interface Wanted {
	readonly scheduleId: string;
	readonly userId: string;
	readonly start: string;
	readonly end: string;
}

/** operationId createScheduleOverride · its answer is a list with a status for each override that was sent. */
export const create = defineOperation({
	of: scheduleOverride,
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a schedule override',
		description:
			'Put a user on call for a time, whoever would be by the schedule: to swap or take over a shift',
	},
	fields: [
		scheduleId,
		{ ...userId, description: 'Who is on call in that time' },
		{ ...start, description: 'When the user begins to be on call' },
		{ ...end, description: 'When the schedule takes over again' },
		simplify,
	],
	conflict: endsTooEarly,
	repeat: {
		safe: true,
		because: 'An override of the same user with the same start and end is looked up on the schedule first',
		lookUp: async (api, wanted, { isClaimed }) => {
			const found = (await existing(api, wanted)).find(({ id }) => id === undefined || !isClaimed(id));
			return found && { ...found, ...ofSchedule(wanted) };
		},
	},
	run: async (api, wanted) => ({ ...(await created(api, wanted)), ...ofSchedule(wanted) }),
});

async function created(api: Api, { scheduleId, userId, start, end }: Wanted): Promise<IDataObject> {
	const user = { id: userId, type: 'user_reference' };
	const request = {
		...post(path`/schedules/${scheduleId}/overrides`, { overrides: [{ start, end, user }] }),
		success: 'list',
	} as const;
	const [{ status, errors, override } = {}] = await many(api, request, 'rows');
	if (Number(status) >= 400)
		throw new NodeOperationError(api.host.getNode(), 'PagerDuty refused this override', {
			description: [errors ?? 'It gave no reason.'].flat().map(String).join('\n'),
		});
	if (!isObject(override)) throw wrongShape(api, request, 'override');
	return override;
}

/** Equal overrides. PagerDuty gives IDs with those only that have not begun: these come first. operationId listScheduleOverrides */
async function existing(api: Api, { scheduleId, userId, start, end }: Wanted): Promise<IDataObject[]> {
	const at = path`/schedules/${scheduleId}/overrides`;
	const range = { since: start, until: end, overflow: true };
	const lists = await together([
		many(api, get(at, { ...range, editable: true }), 'overrides'),
		many(api, get(at, range), 'overrides'),
	]);
	return lists
		.flat()
		.filter(
			(one) =>
				isObject(one.user) && one.user.id === userId && sameTime(one.start, start) && sameTime(one.end, end),
		);
}

/** PagerDuty keeps whole seconds. */
const sameTime = (kept: unknown, sent: string) =>
	Math.abs(Date.parse(String(kept)) - Date.parse(sent)) < 1000;
