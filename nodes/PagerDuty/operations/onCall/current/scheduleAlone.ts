import type { IDataObject } from 'n8n-workflow';

import { isObject, rowsOf } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { one } from '../../../api/shape';

/** Who is on call by a schedule, whether or not an escalation policy uses it, in the form of on-calls. operationId getSchedule */
export async function byScheduleAlone(
	api: Api,
	scheduleId: string,
	{ until, timeZone }: { readonly until: string; readonly timeZone?: string },
) {
	const since = new Date().toISOString();
	const request = get(path`/schedules/${scheduleId}`, { since, until, timeZone, overflow: true });
	return shiftsIn(await one(api, request, 'schedule'), Date.parse(since));
}

/** The rendered shifts of a schedule: those that have begun, and all. */
export function shiftsIn(schedule: IDataObject, now: number) {
	const { id, summary, html_url: page, final_schedule: final } = schedule;
	const reference = { id, type: 'schedule_reference', summary, html_url: page };
	const entries = isObject(final) ? rowsOf(final, 'rendered_schedule_entries') : [];
	const ahead = entries.map((entry) => ({ ...entry, schedule: reference })) as IDataObject[];
	return { now: ahead.filter(({ start }) => Date.parse(String(start)) <= now), ahead };
}
