import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

/** Tells one node of one workflow from all others in this process. Test runs and live ones have the same key. */
export const nodeKey = (host: IExecuteFunctions | IPollFunctions) =>
	`${host.getWorkflow().id} ${host.getNode().id}`;
