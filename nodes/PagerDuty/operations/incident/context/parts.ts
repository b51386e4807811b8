import type { IDataObject } from 'n8n-workflow';

import { isRefused } from '../../../api/errors';
import { adviceIn, isNodeError } from '../../../api/nodeErrors';
import { together } from '../../../api/together';

/** What was read of a result in parts: null stands for a part that could not be had, and `missing` says why. */
export interface Read {
	readonly found: IDataObject;
	/** One for each part that could not be had: `what`, `why` in PagerDuty's words, and `advice`. */
	readonly missing: IDataObject[];
}

/**
 * Waits for parts that are read side by side. A part that the plan or the key does not allow, or that PagerDuty does not
 * give after all tries, spoils none of the others.
 *
 * @throws what is no error of a request
 */
export async function readParts(
	parts: Readonly<Record<string, Promise<IDataObject | IDataObject[]>>>,
): Promise<Read> {
	const missing = new Map<string, IDataObject>();
	const read = Object.entries(parts).map(async ([what, part]) => {
		const given = await part.catch((error: unknown) => {
			if (!isNodeError(error)) throw error;
			missing.set(what, { what, why: error.message, advice: adviceOn(error) });
			return null;
		});
		return [what, given] as const;
	});
	const found: IDataObject = Object.fromEntries(await together(read));
	const inOrder = Object.keys(parts).map((what) => missing.get(what));
	return { found, missing: inOrder.filter((each) => each !== undefined) };
}

function adviceOn(error: Error): string {
	// The incident itself was there, so that its ID is not wrong.
	if (isRefused(error, '404'))
		return 'PagerDuty has none for this incident, or the plan of this account or the rights of the key do not include it.';
	return adviceIn(error);
}
