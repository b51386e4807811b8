import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Query } from '../api/request';
import type { Windows } from '../api/windows';
import { field } from './field';

/** What PagerDuty sorts incidents by, as numbers. High urgency comes first, what is not resolved yet last. */
const fields: Record<string, (incident: IDataObject) => number> = {
	incident_number: ({ incident_number: number }) => Number(number),
	created_at: ({ created_at: at }) => Date.parse(String(at)),
	resolved_at: ({ resolved_at: at }) => (at ? Date.parse(String(at)) : Number.MAX_SAFE_INTEGER),
	urgency: ({ urgency }) => (urgency === 'high' ? 0 : 1),
};

const name = `(?:${Object.keys(fields).join('|')})(?::(?:asc|desc))?`;

/** PagerDuty's `sort_by` of incidents: one field or two, each with its direction. Expressions may give what the list does not offer. */
export const sortBy = field({
	displayName: 'Sort By',
	name: 'sortBy',
	type: 'options',
	options: [
		{ name: 'Created, Newest First', value: 'created_at:desc' },
		{ name: 'Created, Oldest First', value: 'created_at:asc' },
		{ name: 'Number, Highest First', value: 'incident_number:desc' },
		{ name: 'Number, Lowest First', value: 'incident_number:asc' },
		{ name: 'Resolved, Newest First', value: 'resolved_at:desc' },
		{ name: 'Resolved, Oldest First', value: 'resolved_at:asc' },
		{ name: 'Urgency, High First', value: 'urgency:asc' },
		{ name: 'Urgency, Low First', value: 'urgency:desc' },
	],
	default: 'created_at:desc',
	description:
		'The order of the incidents. Without this option, the newest come first. Ties are ordered by number, lowest first.',
	check: z
		.string()
		.regex(
			new RegExp(`^${name}(?:,${name})?$`),
			'is not an order that PagerDuty knows. Write it like created_at:desc',
		),
});

/** Incidents by a `sort_by`; those that are alike in it by their number, lowest first. */
function comparing(order: string): (a: IDataObject, b: IDataObject) => number {
	const parts = `${order},incident_number`.split(',').map((part) => part.split(':'));
	return (a, b) => {
		for (const [by = '', direction] of parts) {
			const value = fields[by] ?? (() => 0);
			const difference = value(a) - value(b);
			if (difference !== 0) return direction === 'desc' ? -difference : difference;
		}
		return 0;
	};
}

/**
 * Incidents are read in the order of their creation, which no change of theirs alters, and then put into the order
 * that was asked for. Without one it is the oldest first, as PagerDuty gives them by itself.
 */
export function windowsOf({ sort_by: asked, since }: Query): Windows {
	const order = asked === undefined ? 'created_at:asc' : String(asked);
	// From the newest back there must be an end that is known.
	const direction = order === 'created_at:desc' && since !== undefined ? 'desc' : 'asc';
	const read = `created_at:${direction}`;
	return {
		direction,
		sortBy: [read, 'incident_number:asc'],
		compare: comparing(order),
		comesInOrder: order === read,
	};
}
