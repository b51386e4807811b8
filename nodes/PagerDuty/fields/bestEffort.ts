import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../api/client';
import { inTime } from '../api/inTime';
import type { ApiRequest } from '../api/request';
import { pages } from '../api/pages';

/** How far a list is read. */
export interface Effort {
	/** Rows at most. */
	readonly limit: number;
	/** When to stop, by `performance.now()`. Never, if undefined. */
	readonly deadline?: number;
	/** Set where there is something to show without this list: then its first page, too, is not waited for past the deadline, and may fail. */
	readonly optional?: boolean;
}

const theEnd = { done: true, value: undefined } as const;

/**
 * As much of a list as can be had: somebody waits for it, and some of it is better than an error.
 *
 * @throws NodeApiError, NodeOperationError when not even the first page can be read
 */
export async function readSome(
	api: Api,
	request: ApiRequest,
	list: string,
	{ limit, deadline = Infinity, optional = false }: Effort,
): Promise<IDataObject[]> {
	const reading = pages(api, request, list, limit);
	const nextInTime = async () =>
		await inTime(
			reading.next().catch(() => theEnd),
			deadline,
			theEnd,
		);
	const rows: IDataObject[] = [];
	const first = optional ? nextInTime() : reading.next();
	for (let step = await first; !step.done; step = await nextInTime()) rows.push(...step.value);
	return rows;
}
