import { field } from './field';
import { simplify } from './simplify';

export const returnAll = field({
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
	forEngine: true,
});

export const limit = field({
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	displayOptions: { show: { returnAll: [false] } },
	typeOptions: { minValue: 1 },
	default: 50,
	// A model reads every row, and pays for it.
	toolDefault: 20,
	description: 'Max number of results to return',
	forEngine: true,
});

/** The first fields of every operation that lists. */
export const listed = [returnAll, limit, simplify] as const;
