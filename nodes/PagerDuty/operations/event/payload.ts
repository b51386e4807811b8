import { field } from '../../fields/field';
import { countIn } from './customerQuotes';

export const summary = field({
	displayName: 'Summary',
	name: 'summary',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Disk of db-1 is full',
	description: 'What happened, in one line. For an alert it becomes the title of the incident.',
	limit: { max: 1024, suffix: countIn },
});

export const source = field({
	displayName: 'Source',
	name: 'source',
	type: 'string',
	default: '',
	placeholder: 'e.g. db-1.example.com',
	description: 'Where it happened: a host, an application, a customer',
});

export const timestamp = field({
	displayName: 'Timestamp',
	name: 'timestamp',
	type: 'dateTime',
	default: '',
	description: 'When it happened. Without it, PagerDuty takes the time at which the event arrives.',
});
