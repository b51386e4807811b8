import type { IDataObject, INodeType, INodeTypeDescription, INodeTypes } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { PagerDuty } from '../../nodes/PagerDuty/PagerDuty.node';

/** Type name of the PagerDuty node, as n8n builds it from the package's name. */
export const pagerDutyType = 'n8n-nodes-pagerduty.pagerDuty';

const plain = (name: string, more: Partial<INodeTypeDescription>): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: name,
	defaults: { name },
	inputs: ['main'],
	outputs: ['main'],
	properties: [],
	...more,
});

const manualTrigger: INodeType = {
	description: plain('manualTrigger', { group: ['trigger'], inputs: [] }),
	async execute() {
		return [this.getInputData()];
	},
};

/** Gives out the items that stand in its parameter. */
const items: INodeType = {
	description: plain('items', {
		properties: [{ displayName: 'Items', name: 'items', type: 'string', default: '[]' }],
	}),
	async execute() {
		const given = JSON.parse(String(this.getNodeParameter('items', 0))) as IDataObject[];
		return [given.map((json, item) => ({ json, pairedItem: { item } }))];
	},
};

const noOp: INodeType = {
	description: plain('noOp', {}),
	async execute() {
		return [this.getInputData()];
	},
};

/** n8n makes one of it, too. */
const pagerDuty = new PagerDuty();

/** The nodes that workflows of the tests are made of, with those that a test adds by their full type names. */
export function nodeTypes(more: Record<string, INodeType> = {}): INodeTypes {
	const known: Record<string, INodeType> = {
		'n8n-nodes-base.manualTrigger': manualTrigger,
		'n8n-nodes-base.noOp': noOp,
		'test.items': items,
		[pagerDutyType]: pagerDuty,
		...more,
	};
	const find = (type: string): INodeType => {
		const found = known[type];
		if (found === undefined) throw new Error(`The tests know no node type ${type}.`);
		return NodeHelpers.getVersionedNodeType(found);
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}
