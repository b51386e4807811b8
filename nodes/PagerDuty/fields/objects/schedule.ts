import { path } from '../../api/path';
import { multiSelect } from '../multiSelect';
import { load, type Source } from '../picker';

const schedules: Source = {
	request: (query) => ({ method: 'GET', path: path`/schedules`, query: { query } }),
	list: 'schedules',
	scopes: ['schedules.read'],
	name: (row) => String(row.name),
};

export const loadSchedules = load(schedules);

export const scheduleIds = multiSelect({
	name: 'scheduleIds',
	noun: 'Schedule',
	description: 'The schedules to watch',
	load: 'loadSchedules',
});
