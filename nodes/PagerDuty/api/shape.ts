import type { IDataObject } from 'n8n-workflow';

import { isObject } from './answer';
import type { Api } from './client';
import { onlyReads } from './readOnly';
import type { ApiRequest } from './request';
import { shapeError } from './errors';

/**
 * Sends a request and returns the object under this property of the answer.
 *
 * @throws NodeApiError as {@link Api.call} does, NodeOperationError when the answer holds no such object
 */
export async function one(api: Api, request: ApiRequest, name: string): Promise<IDataObject> {
	const { [name]: object } = await api.call(request);
	if (isObject(object)) return object;
	throw wrongShape(api, request, named(name));
}

/**
 * Sends a request and returns the rows under this property of the answer.
 *
 * @throws NodeApiError as {@link Api.call} does, NodeOperationError when the answer holds no such list
 */
export async function many(api: Api, request: ApiRequest, name: string): Promise<IDataObject[]> {
	return rowsIn(api, request, await api.call(request), name);
}

/**
 * The rows under this property of an answer.
 *
 * @throws NodeOperationError when the answer holds no such list
 */
export function rowsIn(api: Api, request: ApiRequest, answer: IDataObject, name: string): IDataObject[] {
	const rows = answer[name];
	if (Array.isArray(rows)) return rows.filter(isObject);
	throw wrongShape(api, request, `list of ${named(name)}`);
}

/** An answer to a write that cannot be read says nothing about what PagerDuty did. */
export const wrongShape = (api: Api, { method, path }: ApiRequest, what: string) =>
	shapeError({ node: api.host.getNode(), outcomeUnknown: !onlyReads(method, path) }, what);

/** What people call what stands under a property of an answer. */
export const named = (property: string) => property.replace(/_/g, ' ');
