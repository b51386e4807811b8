import { field } from './field';
import { notLater } from './time';

/** A start that has to be given. */
export const start = field({
	displayName: 'Start',
	name: 'start',
	type: 'dateTime',
	required: true,
	default: '',
	description: 'When it begins',
});

/** An end that has to be given. */
export const end = field({
	displayName: 'End',
	name: 'end',
	type: 'dateTime',
	required: true,
	default: '',
	description: 'When it ends',
});

/** Finds an end that is not later than its start. */
export const endsTooEarly = ({ start: from, end: to }: { readonly start?: string; readonly end?: string }) =>
	notLater('end', 'Start', { from, to });
