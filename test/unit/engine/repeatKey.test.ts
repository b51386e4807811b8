import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { repeatKey } from '../../../nodes/PagerDuty/engine/write/repeatKey';

interface Place {
	readonly json?: IDataObject;
	readonly round?: number;
	readonly executionId?: string;
	readonly nodeId?: string;
	/** What n8n's context for the call of a tool has, and others have not. */
	readonly tool?: object;
}

const node = {
	name: 'Node',
	type: 'test',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

const keyAt = ({ json = {}, round = 0, executionId = '1', nodeId = 'a', tool = {} }: Place) =>
	repeatKey(
		{
			getNodeParameter: (_name: string): unknown => undefined,
			getInstanceId: () => 'instance',
			getWorkflow: () => ({ id: 'workflow', name: 'Test', active: false }),
			getNode: () => ({ ...node, id: nodeId }),
			getInputData: () => [{ json }],
			getExecutionId: () => executionId,
			getWorkflowDataProxy: (_item: number): object => ({ $runIndex: round }),
			...tool,
		} as IExecuteFunctions,
		0,
	);

const toolOfN8n2 = { isToolExecution: () => true };
const toolOfN8n1 = { getNextRunIndex: () => 1 };

describe('The key of a piece of work', () => {
	it('is the same for the same item, whatever object it comes in', () => {
		expect(keyAt({ json: {} })).toBe(keyAt({ json: {} }));
	});

	it.each<[string, Place]>([
		['round of a loop', { round: 1 }],
		['execution', { executionId: '2' }],
		['node', { nodeId: 'b' }],
	])('differs by %s', (_, place) => {
		expect(keyAt(place)).not.toBe(keyAt({}));
	});

	it.each([
		['2', toolOfN8n2],
		['1', toolOfN8n1],
	])(
		'of a tool’s call in n8n %s is the same for all tries at it, and another one for each call',
		(_, tool) => {
			const json = { title: 'Disk full' };
			const first = keyAt({ json, tool });
			expect(keyAt({ json, round: 1, tool })).toBe(first);
			expect(keyAt({ json: { ...json }, round: 2, tool })).not.toBe(first);
		},
	);
});
