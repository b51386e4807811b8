import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';

import { filters } from '../../../nodes/PagerDuty/webhook/form/filters';

const fields = filters.options as INodeProperties[];
const node = { typeVersion: 1 } as INode;
const shownIn = (subscription: string) =>
	fields.filter((field) => NodeHelpers.displayParameter({ subscription }, field, node, null));

describe('the filters in the form of the trigger', () => {
	it('are the same in both modes', () => {
		const names = (subscription: string) => shownIn(subscription).map(({ name }) => name);
		expect(names('manual')).toEqual(names('automatic'));
		expect(new Set(names('manual')).size).toBe(names('manual').length);
	});

	it('say in manual mode that an event passes that does not contain what they check', () => {
		const silent = shownIn('manual').filter(
			({ description }) => !/Events that .* always pass this filter\.$/.test(String(description)),
		);
		expect(silent).toEqual([]);
	});
});
