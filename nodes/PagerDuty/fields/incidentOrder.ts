import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Query } from '../api/client';
import type { Windows } from '../api/windows';

/** What PagerDuty sorts incidents by, as numbers. High urgency comes first, what is not resolved yet last. */
const fields: Record<string, (incident: IDataObject) => number> = {
	incident_number: ({ incident_number: number }) => Number(number),
	created_at: ({ created_at: at }) => Date.parse(String(at)),
	resolved_at: ({ resolved_at: at }) => (at ? Date.parse(String(at)) : Number.MAX_SAFE_INTEGER),
	urgency: ({ urgency }) => (urgency === 'high' ? 0 : 1),
};

const field = `(?:${Object.keys(fields).join('|')})(?::(?:asc|desc))?`;

/** PagerDuty's `sort_by`: one field or two, each with its direction. */
export const sortBy = z
	.string()
	.regex(
		new RegExp(`^${field}(?:,${field})?$`),
		'is not an order that PagerDuty knows. Write it like created_at:desc',
	);

/** Incidents by a `sort_by`; those that are alike in it by their number, lowest first. */
function comparing(order: string): (a: IDataObject, b: IDataObject) => number {
	const parts = `${order},incident_number`.split(',').map((part) => part.split(':'));
	return (a, b) => {
		for (const [name = '', direction] of parts) {
			const value = fields[name] ?? (() => 0);
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
