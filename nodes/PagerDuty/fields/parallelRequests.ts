import { z } from 'zod';

import { field } from './field';

/** Read by the engine itself, for operations that send a request for each item and change nothing. */
export const parallelRequests = field({
	displayName: 'Parallel Requests',
	name: 'parallelRequests',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10 },
	default: 5,
	description: 'How many items are requested at once. 1 requests them one after another.',
	// What is beyond the limits counts as the limit.
	check: z.number().optional(),
	forEngine: true,
});
