import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { nodeKey } from '../host/nodeKey';
import { recordProcessed } from './batches/processedIds';
import { confirm } from './batches/unconfirmedBatch';
import { formOf } from './form/validate';
import { openSource } from './openSource';

/**
 * The first step of an execution. It passes on those items of a batch that no earlier execution had; when that leaves
 * none, the execution ends here. When a person retries an execution, all of its items pass.
 *
 * @throws NodeApiError, NodeOperationError; also when n8n's database fails, and then the items come once more
 */
export async function deduplicate(host: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const mode = host.getMode();
	if (mode === 'manual') return [host.helpers.returnJsonArray(await samples(host))];
	const items = host.getInputData();
	if (mode !== 'trigger' && mode !== 'retry') return [items];
	const unseen = await recordProcessed(host, items.map(idOf));
	if (mode === 'retry') return [items];
	confirm(nodeKey(host));
	return [items.filter((item) => unseen.has(idOf(item)))];
}

const idOf = ({ json }: INodeExecutionData) => String(json.id);

/** A test run in the editor: the newest real items. Nothing is saved. */
async function samples(host: IExecuteFunctions): Promise<IDataObject[]> {
	const { source, context } = await openSource(host, formOf(host));
	const items = await source.samples(context);
	if (items.length > 0) return items;
	throw new NodeOperationError(host.getNode(), 'There is nothing in PagerDuty to show as an example', {
		description: source.withoutSamples,
	});
}
