import { path } from '../../api/path';
import { required } from '../field';
import { locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

const schedules: Source = {
	request: (query) => ({ method: 'GET', path: path`/schedules`, query: { query } }),
	list: 'schedules',
	scopes: ['schedules.read'],
	name: (row) => String(row.name),
};

export const searchSchedules = search(schedules);
export const loadSchedules = load(schedules);

export const scheduleId = required(
	locator({
		name: 'scheduleId',
		displayName: 'Schedule',
		description: 'The on-call schedule to work with',
		search: 'searchSchedules',
		noun: 'schedule',
		page: 'schedules',
	}),
);

export const onCallScheduleIds = multiSelect({
	name: 'scheduleIds',
	noun: 'Schedule',
	description: 'Only who is on call by these schedules',
	load: 'loadSchedules',
});

export const scheduleIds = multiSelect({
	name: 'scheduleIds',
	noun: 'Schedule',
	description: 'The schedules to watch',
	load: 'loadSchedules',
});
