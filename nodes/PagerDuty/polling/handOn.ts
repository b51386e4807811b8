import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { formIn } from './chosen';
import { takeOver } from './handedOn';
import { arrived, nodeOf } from './lastNews';
import { open } from './open';

/**
 * The first step of an execution. Of what {@link poll} gave out, it hands on what no earlier execution had; when that
 * leaves nothing, the execution ends here. What a person wants to run once more runs.
 *
 * @throws NodeApiError, NodeOperationError; also when n8n's database fails, and then the items come once more
 */
export async function handOn(host: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const mode = host.getMode();
	if (mode === 'manual') return [host.helpers.returnJsonArray(await samples(host))];
	const items = host.getInputData();
	if (mode !== 'trigger' && mode !== 'retry') return [items];
	const fresh = await takeOver(host, items.map(idOf));
	if (mode === 'retry') return [items];
	arrived(nodeOf(host));
	return [items.filter((item) => fresh.has(idOf(item)))];
}

const idOf = ({ json }: INodeExecutionData) => String(json.id);

/** A test run in the editor: the newest real ones, and nothing is remembered. */
async function samples(host: IExecuteFunctions): Promise<IDataObject[]> {
	const { source, look } = await open(host, formIn(host));
	const items = await source.samples(look);
	if (items.length > 0) return items;
	throw new NodeOperationError(host.getNode(), 'There is nothing in PagerDuty to show as an example', {
		description: source.withoutSamples,
	});
}
