import type { FunctionsBase } from 'n8n-workflow';

/** Identifies a node among all nodes of this n8n. Test runs and live ones have the same key. */
export const nodeKey = (host: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>) =>
	`${host.getWorkflow().id} ${host.getNode().id}`;
