import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { Connections, type Run } from './connections';
import { failItem, failureJson } from './failure';
import { binaryOf } from './files';
import { settleItem, type Outcome } from './item';
import { mapConcurrent } from './mapConcurrent';
import { isWrite, type AnyOperation, type Resource } from './operation';
import { operationNamed } from './operationNamed';
import { simplifier } from './simplify';
import { runBulk } from './write/bulk';

/** How many items' reads are under way at once, unless the node's option says otherwise. */
const readWindow = 5;

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
	const items = host.getInputData().map((_, index) => index);
	let operation: AnyOperation;
	try {
		operation = chosen(host, resources);
	} catch (error) {
		// Thrown out of here it would not stop a node that continues on error: n8n would pass the input on as a success.
		const failures = items.map((item) => failItem(host, error, item));
		return [failures.map((failure, item) => ({ json: failureJson(host, failure), pairedItem: { item } }))];
	}
	const outcomes = await runItems({ host, operation, connections: new Connections(host, operation) }, items);
	hint(host, outcomes);
	return [outcomes.flatMap((outcome, item) => present(host, operation, outcome, item))];
}

const runItems = async (run: Run, items: readonly number[]): Promise<Outcome[]> =>
	run.operation.bulk && items.length > 1
		? await runBulk(run, items)
		: await mapConcurrent(items, windowOf(run), async (item) => await settleItem(run, item));

function chosen(host: IExecuteFunctions, resources: readonly Resource[]): AnyOperation {
	const resource = host.getNodeParameter('resource', 0);
	const operation = host.getNodeParameter('operation', 0);
	const found = operationNamed(resources, resource, operation);
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
	isWrite(operation)
		? 1
		: Math.min(
				10,
				Math.max(1, Number(host.getNodeParameter('options.parallelRequests', 0, readWindow)) || 1),
			);

function present(
	host: IExecuteFunctions,
	operation: AnyOperation,
	outcome: Outcome,
	item: number,
): INodeExecutionData[] {
	const pairedItem = { item };
	if (!Array.isArray(outcome)) return [{ json: failureJson(host, outcome), pairedItem }];
	// The rows of a list were simplified page by page, to hold no more of them than needed.
	const isList = 'list' in operation.answer;
	const json = isList ? (row: IDataObject) => row : simplifier(host, operation, item);
	return outcome.map((object) => ({
		json: { ...json(object), ...shortenedIn(object) },
		...binaryOf(object),
		pairedItem,
	}));
}

/** What Simplify leaves in place: our own word, not PagerDuty's. */
const shortenedIn = ({ truncated_fields: names }: IDataObject) =>
	names === undefined ? undefined : { truncated_fields: names };

/** Says above the output what was shortened, where this n8n can. */
function hint(host: IExecuteFunctions, outcomes: readonly Outcome[]): void {
	const count = outcomes.flat().filter((object) => 'truncated_fields' in object).length;
	if (count === 0) return;
	host.addExecutionHints?.({
		message: `PagerDuty limits the length of texts. In ${count} ${count === 1 ? 'item' : 'items'} a text was shortened; "truncated_fields" names which.`,
		location: 'outputPane',
	});
}
