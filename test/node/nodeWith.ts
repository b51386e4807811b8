import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { PagerDuty } from '../../nodes/PagerDuty/PagerDuty.node';
import { describe as formOf } from '../../nodes/PagerDuty/engine/form/describe';
import type { Resource } from '../../nodes/PagerDuty/engine/operation';
import { run } from '../../nodes/PagerDuty/engine/run';
import { pagerDutyType } from '../support/engineNodes';

/** The PagerDuty node with resources that the real one does not have (yet), in place of its own. */
export function nodeWith(...resources: Resource[]): Record<string, INodeType> {
	const { description } = new PagerDuty();
	const [authentication] = description.properties;
	if (!authentication) throw new Error('The node has no fields');
	async function execute(this: IExecuteFunctions) {
		return await run(this, resources);
	}
	return {
		[pagerDutyType]: {
			description: { ...description, properties: [authentication, ...formOf(resources)] },
			execute,
		},
	};
}

/** What the operations of an invented resource share. */
export const thing = {
	option: { name: 'Thing', value: 'thing', description: 'A thing' },
	scope: 'things',
	one: 'thing',
	list: 'things',
	simple: ['id'],
};
