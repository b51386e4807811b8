import { path } from '../../api/path';
import { required } from '../field';
import { byId, locator } from '../locator';
import { search } from '../picker';

/** The changes of the account, newest first. PagerDuty searches them by nothing but time and team. */
export const searchChangeEvents = search({
	request: () => ({ method: 'GET', path: path`/change_events` }),
	list: 'change_events',
	scopes: ['change_events.read'],
	name: ({ timestamp, summary }) => [timestamp, summary].filter(Boolean).join(' '),
	searchHere: true,
});

export const changeEventId = required(
	locator({
		name: 'changeEventId',
		displayName: 'Change Event',
		description: 'The change event to work with: pick one of the list, or give an ID',
		search: 'searchChangeEvents',
		noun: 'change event',
		modes: [byId('01CH4N9E5V3NT6A7B8C9D0E1F2')],
	}),
);
