import type { INodeProperties } from 'n8n-workflow';

/** Read by the engine itself, for operations that send a request for each item and change nothing. */
export const parallelRequests: INodeProperties = {
	displayName: 'Parallel Requests',
	name: 'parallelRequests',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10 },
	default: 5,
	description: 'How many items are requested at once. 1 requests them one after another.',
};
