import type { IDataObject } from 'n8n-workflow';

import { isObject } from './answer';
import type { Api } from './client';
import { readList, type ListShape } from './list';
import type { ApiRequest } from './request';

/**
 * Reads whatever a path gives: the rows of a list, page after page however it is paged, or an object.
 *
 * @param limit rows at most
 * @throws NodeApiError, NodeOperationError as {@link readList} does
 */
export async function readAny(api: Api, request: ApiRequest, limit: number): Promise<IDataObject[]> {
	const answer = await api.call(request);
	const list = listIn(answer, request.path);
	const paging = pagingOf(answer);
	if (list === undefined || paging === 'none') return contentOf(answer, request.path).slice(0, limit);
	const { limit: _, offset: __, cursor: ___, ...query } = request.query ?? {};
	return await readList(api, { ...request, query }, { list, paging }, limit);
}

/** What an answer holds: the rows of its list, or the object in it; one that holds several things, or none, as it is. */
export function contentOf(answer: IDataObject, path: string): IDataObject[] {
	const list = listIn(answer, path);
	if (list !== undefined) return answer[list] as IDataObject[];
	const [only, ...more] = Object.values(answer);
	return [isObject(only) && more.length === 0 ? only : answer];
}

/** The property with the rows: the one that the path ends in, else the only list. */
function listIn(answer: IDataObject, path: string): string | undefined {
	const lists = Object.entries(answer).flatMap(([name, value]) =>
		Array.isArray(value) && value.every(isObject) ? [name] : [],
	);
	const last = path.split('/').at(-1) ?? '';
	if (lists.includes(last)) return last;
	return lists.length === 1 ? lists[0] : undefined;
}

/** How the list goes on after this page; `none` where it ends here. */
function pagingOf({ more, next_cursor: cursor }: IDataObject): ListShape['paging'] {
	if (typeof cursor === 'string' && cursor !== '') return 'cursor';
	return more === true ? 'offset' : 'none';
}
