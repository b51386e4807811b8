import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** Checks that what is chosen in a multi-select is among what its form offers. */
export function choicesOf({ options = [] }: INodeProperties) {
	const [first = '', ...more] = options.flatMap((option) =>
		'value' in option ? [String(option.value)] : [],
	);
	return z.array(z.enum([first, ...more]));
}
