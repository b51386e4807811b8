import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../api/client';
import { readList } from '../api/list';
import { named, one, wrongShape } from '../api/shape';
import type { Run } from './connections';
import { contextOf } from './contextOf';
import { failItem, type Failure } from './failure';
import { storeFiles } from './files';
import { readInput, type Input } from './input/read';
import { resolved } from './input/resolved';
import type { ItemContext } from './itemContext';
import type { AnyOperation } from './operation';
import { simplifier } from './simplify';
import { ask } from './wait/ask';
import { pendingWriteOf, resolveIds, resultOf, type PendingWrite } from './write/pendingWrite';
import { repeatOf } from './write/repeat';
import { unclearTry, writeOnce } from './write/writeOnce';

/** What one item gave: PagerDuty's objects, or the error to hand on. */
export type Outcome = IDataObject[] | Failure;

/** Runs one item alone. Its error is an outcome where the node continues on error, and thrown where not. */
export async function settleItem(run: Run, item: number): Promise<Outcome> {
	return await runItem(run, item)
		.then(async (objects) => await storeFiles(run.host, objects))
		.catch((error: unknown) => failItem(run.host, error, item));
}

/** Carries out one item of a write alone. Its error is an outcome or thrown, as for {@link settleItem}. */
export async function settleWrite(run: Run, write: PendingWrite): Promise<Outcome> {
	return await runWrite(run, write).catch((error: unknown) => failItem(run.host, error, write.item));
}

async function runItem(run: Run, item: number): Promise<IDataObject[]> {
	const { host, operation, connections } = run;
	const { repeat } = operation;
	if (repeat !== undefined && !('of' in repeat)) {
		const write = await pendingWriteOf(run, item);
		const carryOut = async () => await runWrite(run, write);
		return operation.waits ? await ask(run, operation.waits, write, carryOut) : await carryOut();
	}
	const input = readInput(host, operation, item);
	if (repeatOf(repeat, input.values)) return await runWrite(run, await pendingWriteOf(run, item));
	const api = await connections.open(await connections.credentialOf(item));
	const values = await resolved(api, operation, input.values);
	const context = contextOf(host, item, input);
	return await perform(api, operation, { ...input, values }, context, simplifier(host, operation, item));
}

async function runWrite(run: Run, write: PendingWrite): Promise<IDataObject[]> {
	await resolveIds(run, write);
	await writeOnce(run, [write], async (_, api) => {
		write.done = await perform(api, run.operation, write.input, {
			...write.context,
			unclear: unclearTry(api, write),
		});
	});
	return resultOf(write);
}

async function perform(
	api: Api,
	operation: AnyOperation,
	{ values, controls }: Input,
	context: ItemContext,
	keep = (row: IDataObject) => row,
): Promise<IDataObject[]> {
	if (operation.run) return [await operation.run(api, values, context)].flat();
	if (!operation.request) return [];
	const request = operation.request(values, context);
	const shape = operation.answer;
	const more = operation.adds?.(values);
	if ('list' in shape) {
		const limit = controls.returnAll ? Infinity : (controls.limit ?? Infinity);
		const omits = operation.omits?.(values);
		const hold = (row: IDataObject) => keep({ ...row, ...more });
		const rows = await readList(api, request, shape, limit + (omits ? 1 : 0), hold);
		return omits ? rows.filter((row) => !omits(row)).slice(0, limit) : rows;
	}
	if ('one' in shape) return [{ ...(await one(api, request, shape.one)), ...more }];
	const answer = await api.call(request);
	if ('done' in shape) return [{ ...more, ...shape.done }];
	if (shape.whole in answer) return [{ ...answer, ...more }];
	throw wrongShape(api, request, named(shape.whole));
}
