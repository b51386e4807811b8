import { field } from './field';

/** Read by the engine, for operations that wait for a person. */
export const timeLimit = field({
	displayName: 'Time Limit (Minutes)',
	name: 'timeLimit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 60,
	forEngine: true,
	description:
		'How long to wait for an answer. When the time is over, the workflow continues with "approved" false and "timedOut" true. Without this option, it waits until somebody answers.',
});
