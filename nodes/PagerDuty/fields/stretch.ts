import { field } from './field';

/** The beginning of a stretch of time that has to be named. */
export const start = field({
	displayName: 'Start',
	name: 'start',
	type: 'dateTime',
	required: true,
	default: '',
	description: 'When it begins',
});

/** The end of a stretch of time that has to be named. */
export const end = field({
	displayName: 'End',
	name: 'end',
	type: 'dateTime',
	required: true,
	default: '',
	description: 'When it ends',
});

/** Finds a stretch that ends before it begins. */
export const endsTooEarly = ({ start, end }: { readonly start?: string; readonly end?: string }) =>
	start === undefined || end === undefined || Date.parse(start) < Date.parse(end)
		? undefined
		: { field: 'end', message: 'must be later than Start' };
