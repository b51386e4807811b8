import type { ItemContext } from '../../engine/itemContext';
import { field } from '../../fields/field';
import { derivedKey, keyLimit } from '../../fields/problemKey';

const key = field({
	displayName: 'Deduplication Key',
	name: 'dedupKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. db-1/disk',
	limit: keyLimit,
});

/** The key that a new alert gets. */
export const newDedupKey = {
	...key,
	description:
		'Names the problem. While its alert is open, another trigger with this key joins it and pages nobody again; acknowledge and resolve find the alert by it. Leave it out to open a new alert for each item.',
} as const;

/** The key of an alert that is there. */
export const dedupKey = {
	...key,
	required: true,
	description: 'The key that the alert was triggered with. PagerDuty ignores a key that no open alert has.',
} as const;

interface Triggered {
	readonly dedupKey?: string;
	readonly source: string;
	readonly summary: string;
}

/** The user's key, or one of the item's own: the same whenever n8n repeats the item, so that nobody is paged twice. */
export const keyOf = ({ dedupKey, source, summary }: Triggered, { repeatKey, uncut }: ItemContext): string =>
	dedupKey ?? derivedKey(repeatKey, source, uncut.summary ?? summary);
