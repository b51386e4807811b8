import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import type { ApiRequest } from '../../api/request';
import { readList, type ListShape } from '../../api/list';
import { named, wrongShape } from '../../api/shape';

/**
 * A list in which every row can be read.
 *
 * @throws NodeApiError, NodeOperationError; also when one row cannot be read: it would be lost, or emitted again and again
 */
export async function readableRows(
	api: Api,
	request: ApiRequest,
	shape: ListShape,
	isReadable: (row: IDataObject) => boolean,
	limit?: number,
): Promise<IDataObject[]> {
	const rows = await readList(api, request, shape, limit);
	if (rows.every(isReadable)) return rows;
	throw wrongShape(api, request, `${named(shape.list)} that can be read`);
}

/** Whether a row has an ID and a time. */
export const isDated = ({ id, created_at }: IDataObject) => typeof id === 'string' && isTime(created_at);

export const isTime = (value: unknown) => !Number.isNaN(Date.parse(String(value)));
