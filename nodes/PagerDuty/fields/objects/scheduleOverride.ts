import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { path } from '../../api/path';
import { get } from '../../api/request';
import { searchIn } from '../childPicker';
import { required } from '../field';
import { byId, locator } from '../locator';
import { scheduleId } from './schedule';

const halfYear = 180 * 86_400_000;

const nameOf = ({ user, start, end }: IDataObject) =>
	`${isObject(user) ? String(user.summary) : 'Nobody'}, ${String(start)} – ${String(end)}`;

/** PagerDuty gives IDs with those overrides only that have not begun. */
export const searchScheduleOverrides = searchIn(scheduleId, (schedule) => ({
	request: () =>
		get(path`/schedules/${schedule}/overrides`, {
			since: new Date().toISOString(),
			until: new Date(Date.now() + halfYear).toISOString(),
			editable: true,
		}),
	list: 'overrides',
	scopes: ['schedules.read'],
	name: nameOf,
	searchHere: true,
	unpaged: true,
}));

export const scheduleOverrideId = required(
	locator({
		name: 'overrideId',
		displayName: 'Override',
		description:
			'The override of this schedule. The list has those of the next half year; the ID of one that has begun is in the output of Create.',
		search: 'searchScheduleOverrides',
		noun: 'override',
		modes: [byId('Q1A2B3C4D5E6F7')],
	}),
);
