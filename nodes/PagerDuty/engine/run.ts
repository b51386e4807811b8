import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { connect, type Api, type Authentication } from '../api/client';
import { allRows } from '../api/pages';
import { isObject, rowsOf } from '../api/answer';
import { runBulk } from './bulk';
import { failItem, type Failure } from './failure';
import { isWrite, type AnyOperation, type Resource } from './operation';
import { readInput } from './read';
import { repeatKey } from './repeatKey';
import { simplify } from './simplify';
import { inWindow } from './window';

/** How many items' reads are under way at once, unless the node's option says otherwise. */
const readWindow = 5;

/** One run of one operation: what every item needs. */
export interface Run {
	readonly host: IExecuteFunctions;
	readonly api: Api;
	readonly operation: AnyOperation;
}

/** What one item gave: PagerDuty's objects, or the error to hand on. */
export type Outcome = IDataObject[] | Failure;

/**
 * Runs the chosen operation for all input items. Outputs keep the order of the inputs and name the item they come
 * from; under "continue on error" a failed item becomes an error item and the others go on.
 *
 * @throws NodeApiError or NodeOperationError of the first failed item, unless the node continues on error
 */
export async function run(
	host: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const operation = chosen(host, resources);
	const authentication = host.getNodeParameter('authentication', 0) as Authentication;
	const run: Run = { host, operation, api: await connect(host, authentication, operation.scopes) };
	const items = host.getInputData().map((_, index) => index);
	const outcomes =
		operation.bulk && items.length > 1
			? await runBulk(run, items)
			: await inWindow(items, windowOf(run), async (item) => await settleItem(run, item));
	return [outcomes.flatMap((outcome, item) => present(run, outcome, item))];
}

function chosen(host: IExecuteFunctions, resources: readonly Resource[]): AnyOperation {
	const resource = host.getNodeParameter('resource', 0);
	const operation = host.getNodeParameter('operation', 0);
	const found = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
	if (found) return found;
	throw new NodeOperationError(
		host.getNode(),
		`This version of the PagerDuty node has no operation "${String(operation)}"`,
		{
			description: 'Open the node and choose a resource and an operation from the lists.',
		},
	);
}

const windowOf = ({ host, operation }: Run) =>
	isWrite(operation) ? 1 : Number(host.getNodeParameter('options.parallelRequests', 0, readWindow)) || 1;

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

function present({ host, operation }: Run, outcome: Outcome, item: number): INodeExecutionData[] {
	const pairedItem = { item };
	if (!Array.isArray(outcome))
		return [{ json: { error: outcome.error, details: outcome.details }, pairedItem }];
	const keep = operation.simple;
	const simple = keep !== undefined && host.getNodeParameter('simplify', item, true) === true;
	return outcome.map((object) => ({ json: simple ? simplify(object, keep) : object, pairedItem }));
}
