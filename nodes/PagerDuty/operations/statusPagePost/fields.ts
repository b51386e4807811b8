import { field } from '../../fields/field';
import { notLater } from '../../fields/time';

export const title = field({
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Checkout is slow',
	description: 'What it is about, in one line',
	limit: { max: 128 },
});

export const startsAt = field({
	displayName: 'Starts At',
	name: 'startsAt',
	type: 'dateTime',
	default: '',
	description: 'When the maintenance begins',
});

export const endsAt = field({
	displayName: 'Ends At',
	name: 'endsAt',
	type: 'dateTime',
	default: '',
	description: 'When the maintenance ends',
});

export const reviewedStatus = field({
	displayName: 'Reviewed Status',
	name: 'reviewedStatus',
	type: 'options',
	options: [
		{ name: 'Approved', value: 'approved', description: 'Somebody has approved it' },
		{ name: 'Not Reviewed', value: 'not_reviewed', description: 'Nobody has approved it yet' },
	],
	default: 'approved',
	description: 'Only what has this state of review',
});

interface Times {
	readonly startsAt?: string;
	readonly endsAt?: string;
}

/** Finds maintenance that ends before it begins. */
export const endsTooEarly = ({ startsAt: from, endsAt: to }: Times) =>
	notLater('endsAt', 'Starts At', { from, to });

/** A status page as bodies name it. */
export const pageOf = (id: string) => ({ id, type: 'status_page' });

/** PagerDuty's references to what belongs to a status page have no `_reference` in their type. */
export const partOf = (kind: string, id: string) => ({ id, type: `status_page_${kind}` });
