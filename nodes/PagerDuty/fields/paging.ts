import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	displayOptions: { show: { returnAll: [false] } },
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

/** The checks of both, to be spread into the input of an operation that lists. */
export const paging = {
	returnAll: z.boolean(),
	limit: z.coerce
		.number({ invalid_type_error: 'must be a whole number' })
		.int('must be a whole number')
		.min(1, 'must be at least 1')
		.optional(),
};
