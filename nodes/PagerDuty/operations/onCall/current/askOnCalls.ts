import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { allRows } from '../../../api/pages';
import { path } from '../../../api/path';
import { get, type Query } from '../../../api/request';
import { one, wrongShape } from '../../../api/shape';
import { together } from '../../../api/together';
import type { OnCallRows } from './levels';
import { byScheduleAlone } from './scheduleAlone';

/** Who or what is asked about; the ID that belongs to the kind is there. */
export interface Asked {
	readonly onCallOf: 'escalationPolicy' | 'schedule' | 'service' | 'team' | 'user';
	readonly escalationPolicyId?: string;
	readonly scheduleId?: string;
	readonly serviceId?: string;
	readonly teamId?: string;
	readonly userId?: string;
	readonly lookAheadDays?: number;
	readonly timeZone?: string;
}

const day = 86_400_000;

/** Asks PagerDuty who stands where: no request waits for another but where it needs an ID of it. */
export async function askOnCalls(api: Api, asked: Asked): Promise<OnCallRows> {
	const { onCallOf, escalationPolicyId = '', scheduleId = '', serviceId = '', teamId = '' } = asked;
	switch (onCallOf) {
		case 'escalationPolicy': {
			const policy = one(api, get(path`/escalation_policies/${escalationPolicyId}`), 'escalation_policy');
			const [known, rows] = await together([policy, onCallsOf(api, asked, [escalationPolicyId])]);
			return { policies: [known], ...rows };
		}
		case 'service':
			return await forPolicies(api, asked, [await policyOfService(api, serviceId)]);
		case 'team':
			return await forPolicies(
				api,
				asked,
				await allRows(api, get(path`/escalation_policies`, { teamIds: [teamId] }), 'escalation_policies'),
			);
		case 'schedule': {
			const alone = byScheduleAlone(api, scheduleId, { ...asked, until: untilOf(asked) });
			const [rendered, rows] = await together([
				alone,
				onCalls(api, asked, { scheduleIds: [scheduleId], include: ['escalation_policies'] }),
			]);
			// A schedule on no level is on none of PagerDuty's lists of on-calls.
			return { policies: [], ...(rows.ahead.length > 0 ? rows : rendered) };
		}
		case 'user': {
			const query = { userIds: [asked.userId ?? ''], include: ['escalation_policies'] };
			return { policies: [], ...(await onCalls(api, asked, query)) };
		}
	}
}

/** operationId getService */
async function policyOfService(api: Api, serviceId: string): Promise<IDataObject> {
	const request = get(path`/services/${serviceId}`, { include: ['escalation_policies'] });
	const { escalation_policy: policy } = await one(api, request, 'service');
	if (!isObject(policy)) throw wrongShape(api, request, 'escalation policy');
	return policy;
}

async function forPolicies(api: Api, asked: Asked, policies: IDataObject[]): Promise<OnCallRows> {
	const ids = policies.map(({ id }) => String(id));
	// Without an ID, PagerDuty would list everybody.
	return ids.length > 0
		? { policies, ...(await onCallsOf(api, asked, ids)) }
		: { policies, now: [], ahead: [] };
}

const onCallsOf = async (api: Api, asked: Asked, escalationPolicyIds: string[]) =>
	await onCalls(api, asked, { escalationPolicyIds });

/** Now is PagerDuty's: the clock of this machine may be wrong. operationId listOnCalls */
async function onCalls(api: Api, asked: Asked, query: Query) {
	const list = async (more: Query) =>
		await allRows(api, get(path`/oncalls`, { ...query, timeZone: asked.timeZone, ...more }), 'oncalls');
	const [now, ahead] = await together([list({}), list({ until: untilOf(asked) })]);
	return { now, ahead };
}

const untilOf = ({ lookAheadDays = 14 }: Asked) => new Date(Date.now() + lookAheadDays * day).toISOString();
