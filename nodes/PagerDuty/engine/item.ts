import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../api/client';
import { readList } from '../api/list';
import { one } from '../api/shape';
import { carryOut } from './carryOut';
import type { Run } from './connections';
import { failItem, type Failure } from './failure';
import { isWrite, type AnyOperation, type ItemContext } from './operation';
import { readInput } from './read';
import { repeatKey } from './repeatKey';
import { simplifier } from './simplify';
import { prepare, resultOf, workOf, type Work } from './work';

/** What one item gave: PagerDuty's objects, or the error to hand on. */
export type Outcome = IDataObject[] | Failure;

/** Runs one item alone. Its error is an outcome where the node continues on error, and thrown where not. */
export async function settleItem(run: Run, item: number): Promise<Outcome> {
	return await runItem(run, item).catch((error: unknown) => failItem(run.host, error, item));
}

/** Carries out one item of a write alone. Its error is an outcome or thrown, as for {@link settleItem}. */
export async function settleWork(run: Run, work: Work): Promise<Outcome> {
	return await runWork(run, work).catch((error: unknown) => failItem(run.host, error, work.item));
}

async function runItem(run: Run, item: number): Promise<IDataObject[]> {
	const { host, operation, connections } = run;
	if (isWrite(operation)) return await runWork(run, await workOf(run, item));
	const { values, uncut } = readInput(host, operation, item);
	const api = await connections.open(await connections.credentialOf(item));
	const input = (await operation.prepare?.(api, values)) ?? values;
	const context = { repeatKey: repeatKey(host, item), uncut };
	return await perform(api, operation, input, context, simplifier(host, operation, item));
}

async function runWork(run: Run, work: Work): Promise<IDataObject[]> {
	await prepare(run, work);
	await carryOut(run, [work], async (_, api) => {
		work.done = await perform(api, run.operation, work.input, work.context);
	});
	return resultOf(work);
}

async function perform(
	api: Api,
	operation: AnyOperation,
	input: IDataObject,
	context: ItemContext,
	keep = (row: IDataObject) => row,
): Promise<IDataObject[]> {
	if (operation.run) return [await operation.run(api, input, context)].flat();
	if (!operation.request || !operation.answer) return [];
	const request = operation.request(input, context);
	const shape = operation.answer;
	const more = operation.adds?.(input);
	if ('list' in shape) {
		const limit = input.returnAll === true ? Infinity : Number(input.limit ?? Infinity);
		const omits = operation.omits?.(input);
		const hold = (row: IDataObject) => keep({ ...row, ...more });
		const rows = await readList(api, request, shape, limit + (omits ? 1 : 0), hold);
		return omits ? rows.filter((row) => !omits(row)).slice(0, limit) : rows;
	}
	if ('one' in shape) return [{ ...(await one(api, request, shape.one)), ...more }];
	await api.call(request);
	return [shape.done];
}
