import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { path } from '../api/path';
import { escalationPolicyIds } from '../fields/escalationPolicy';
import { scheduleIds } from '../fields/schedule';
import { atLeastOne, idsIn, oneOf, type Form } from './chosen';
import { isTime, readableRows } from './readableRows';
import { isoTime, type Look } from './source';

/** What is watched: the people of some schedules, or of the levels of some escalation policies. */
export interface Watched {
	readonly of: 'schedule' | 'escalation_policy';
	readonly ids: string[];
	/** 0 for all levels. */
	readonly level: number;
}

/** A stretch of time that somebody is on call. Open ends are infinite. */
export interface Shift {
	/** The ID of the schedule, or that of the policy and the level. */
	readonly group: string;
	readonly start: number;
	readonly end: number;
	readonly entry: IDataObject;
}

export const handoffFields: INodeProperties[] = [
	{
		displayName: 'Watch',
		name: 'onCallOf',
		type: 'options',
		displayOptions: { show: { source: ['onCallHandoff'] } },
		options: [
			{
				name: 'Escalation Policies',
				value: 'escalationPolicy',
				description: 'Who is on call on a level of an escalation policy, through a schedule or directly',
			},
			{
				name: 'Schedules',
				value: 'schedule',
				description: 'Who is on call in a schedule. The schedule must be used in an escalation policy.',
			},
		],
		default: 'schedule',
		description: 'Whose on-call handoffs start the workflow',
	},
	{
		...scheduleIds,
		required: true,
		displayOptions: { show: { source: ['onCallHandoff'], onCallOf: ['schedule'] } },
	},
	{
		...escalationPolicyIds,
		required: true,
		displayOptions: { show: { source: ['onCallHandoff'], onCallOf: ['escalationPolicy'] } },
		description:
			'The escalation policies to watch. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Escalation Level',
		name: 'escalationLevel',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { source: ['onCallHandoff'], onCallOf: ['escalationPolicy'] } },
		default: 1,
		description: 'The level to watch. 0 watches every level, each on its own.',
	},
];

/** @throws NodeOperationError when nothing is chosen, or the level is none: nobody would seem to be on call */
export function watchedBy(host: Form): Watched {
	const onCallOf = host.getNodeParameter('onCallOf', 'schedule');
	if (oneOf(host, 'Watch', onCallOf, ['schedule', 'escalationPolicy']) === 'schedule') {
		const schedules = atLeastOne(host, 'schedule', host.getNodeParameter('scheduleIds', []));
		return { of: 'schedule', ids: idsIn(host, 'Schedule Names or IDs', schedules), level: 0 };
	}
	const policies = atLeastOne(host, 'escalation policy', host.getNodeParameter('escalationPolicyIds', []));
	const ids = idsIn(host, 'Escalation Policy Names or IDs', policies);
	const level = Number(host.getNodeParameter('escalationLevel', 1));
	if (Number.isInteger(level) && level >= 0) return { of: 'escalation_policy', ids, level };
	throw new NodeOperationError(host.getNode(), '"Escalation Level" is not a whole number', {
		description: 'Enter the number of a level, or 0 for all levels.',
	});
}

/**
 * Everybody who is on call now, and since a moment (milliseconds since 1970) if there is one. Both ends are PagerDuty's
 * own now where nothing is said, so that our clock does not matter.
 */
export async function shiftsSince({ api }: Look, watched: Watched, since?: number): Promise<Shift[]> {
	const query = {
		[`${watched.of}_ids[]`]: watched.ids,
		since: since === undefined ? undefined : isoTime(since),
		'include[]': ['users'],
	};
	const request = { method: 'GET', path: path`/oncalls`, query } as const;
	const shape = { list: 'oncalls', paging: 'offset' } as const;
	const entries = await readableRows(api, request, shape, (entry) => isReadable(watched, entry));
	return entries
		.filter(({ escalation_level }) => watched.level === 0 || escalation_level === watched.level)
		.map((entry) => ({
			group: groupOf(watched, entry),
			start: entry.start ? Date.parse(String(entry.start)) : -Infinity,
			end: entry.end ? Date.parse(String(entry.end)) : Infinity,
			entry,
		}));
}

const groupOf = ({ of }: Watched, entry: IDataObject): string => {
	const { id } = isObject(entry[of]) ? entry[of] : {};
	return of === 'schedule' ? String(id) : `${String(id)} ${String(entry.escalation_level)}`;
};

/** Without its person or its place an entry would seem to say that nobody is on call. */
const isReadable = ({ of }: Watched, { [of]: place, user, start, end }: IDataObject) =>
	[place, user].every((object) => isObject(object) && typeof object.id === 'string') &&
	[start, end].every((time) => time === null || time === undefined || isTime(time));
