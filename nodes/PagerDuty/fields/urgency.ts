import { field } from './field';

export const urgency = field({
	displayName: 'Urgency',
	name: 'urgency',
	type: 'options',
	options: [
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
	],
	default: 'high',
	description: 'How loudly PagerDuty notifies people',
});

/** Several, to filter incidents by. */
export const urgencies = field({
	displayName: 'Urgencies',
	name: 'urgencies',
	type: 'multiOptions',
	options: [
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
	],
	default: ['high'],
	description: 'Only incidents of these urgencies',
});
