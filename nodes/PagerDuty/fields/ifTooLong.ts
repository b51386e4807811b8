import { field } from './field';

/** Read by the engine, for operations whose texts have limits. */
export const ifTooLong = field({
	displayName: 'If Text Is Too Long',
	name: 'ifTooLong',
	type: 'options',
	options: [
		{
			name: 'Cut',
			value: 'cut',
			description: 'Shorten it to what PagerDuty accepts. The output names what was cut.',
		},
		{ name: 'Fail', value: 'error', description: 'Send nothing, and fail for this item' },
	],
	default: 'cut',
	description: 'What to do when a text is longer than PagerDuty accepts',
	forEngine: true,
});
