import { field } from './field';
import { notLater } from './time';

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
export const endsTooEarly = ({ start: from, end: to }: { readonly start?: string; readonly end?: string }) =>
	notLater('end', 'Start', { from, to });
