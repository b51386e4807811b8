import { field } from '../../../fields/field';

/** Every list of a context is one page of PagerDuty's, so that the answer comes fast. */
const page = { minValue: 1, maxValue: 100 } as const;

export const listLimit = field({
	displayName: 'Max Rows per List',
	name: 'listLimit',
	type: 'number',
	typeOptions: page,
	default: 25,
	description:
		'How many alerts, notes, changes and related incidents to return at most, each the newest ones. 25 without this option, and 100 at most.',
});

export const timelineLimit = field({
	displayName: 'Max Timeline Rows',
	name: 'timelineLimit',
	type: 'number',
	typeOptions: page,
	default: 100,
	description:
		'How many of the newest timeline rows to return. 100 without this option, which is the most; Get Timeline returns all.',
});

export const pastLimit = field({
	displayName: 'Max Past Incidents',
	name: 'pastLimit',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 20 },
	default: 5,
	description:
		'How many similar past incidents to return, most similar first. 5 without this option, and 20 at most. Each costs one more request, for how it was resolved.',
});
