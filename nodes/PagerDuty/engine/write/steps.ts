import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../itemContext';

/** The steps of one item's write, each carried out once in all tries at it. See {@link ItemContext.once}. */
export function stepsOnce(): ItemContext['once'] {
	const done = new Map<string, IDataObject>();
	return async (name, step) => {
		const result = done.get(name) ?? (await step());
		done.set(name, result);
		return result;
	};
}
