import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject, rowsOf } from '../api/answer';
import type { Api } from '../api/client';
import { allRows } from '../api/pages';
import { failItem, type Failure } from './failure';
import type { AnyOperation } from './operation';
import { readInput } from './read';
import { repeatKey } from './repeatKey';

/** One run of one operation: what every item needs. */
export interface Run {
	readonly host: IExecuteFunctions;
	readonly api: Api;
	readonly operation: AnyOperation;
}

/** What one item gave: PagerDuty's objects, or the error to hand on. */
export type Outcome = IDataObject[] | Failure;

/** Runs one item alone. Its error is an outcome where the node continues on error, and thrown where not. */
export async function settleItem(run: Run, item: number): Promise<Outcome> {
	try {
		return await runItem(run, item);
	} catch (error) {
		return failItem(run.host, error, item);
	}
}

async function runItem({ host, api, operation }: Run, item: number): Promise<IDataObject[]> {
	const input = readInput(host, operation, item);
	const context = { repeatKey: repeatKey(host, item) };
	if (operation.run) return [await operation.run(api, input, context)].flat();
	if (!operation.request || !operation.answer) return [];
	const request = operation.request(input, context);
	const shape = operation.answer;
	if ('list' in shape) {
		const limit = input.returnAll === true ? Infinity : Number(input.limit ?? Infinity);
		return shape.paging === 'offset'
			? await allRows(api, request, shape.list, limit)
			: rowsOf(await api.call(request), shape.list).slice(0, limit);
	}
	const answer = await api.call(request);
	if ('done' in shape) return [shape.done];
	const object = answer[shape.one];
	return [isObject(object) ? object : answer];
}
