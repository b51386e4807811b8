import { z } from 'zod';

import { field } from './field';

export const simplify = field({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	check: z.boolean().optional(),
	forEngine: true,
});
