import { inspect } from 'node:util';

import type { IDataObject, INode } from 'n8n-workflow';

import { chain, runWorkflow, type EngineOptions, type NodeOutput } from '../support/engine';
import { pagerDutyType } from '../support/engineNodes';

export const apiToken = 'y_NbAkKc66ryYTWUXYEu';

/** An account key of the US region whose credential names a From user. */
export const tokenCredential = { region: 'us', apiToken, fromEmail: 'default@example.com' };

interface NodeOptions extends EngineOptions {
	/** The items that reach the node; one by default. */
	readonly items?: IDataObject[];
	/** Settings of the node: `onError`, `retryOnFail` … */
	readonly settings?: Partial<INode>;
	readonly timezone?: string;
}

/** A locator as n8n stores it. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/**
 * Runs Manual Trigger → Items → PagerDuty with these parameters.
 *
 * @param operation `incident.get`
 */
export async function runNode(
	operation: string,
	parameters: IDataObject,
	options: NodeOptions = {},
): Promise<NodeOutput & { all: string }> {
	const [resource, name] = operation.split('.');
	const execution = await runWorkflow(
		{
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{ name: 'Items', type: 'test.items', parameters: { items: JSON.stringify(options.items ?? [{}]) } },
				{
					name: 'PagerDuty',
					type: pagerDutyType,
					parameters: { resource, operation: name, ...parameters } as INode['parameters'],
					credentials: {
						pagerDutyTokenApi: { id: 'token', name: 'Token' },
						pagerDutyAppOAuth2Api: { id: 'oauth', name: 'OAuth' },
						pagerDutyEventsApi: { id: 'events', name: 'Events' },
					},
					...options.settings,
				},
			],
			connections: chain('Start', 'Items', 'PagerDuty'),
			settings: { timezone: options.timezone },
		},
		{ credentials: { pagerDutyTokenApi: { ...tokenCredential } }, ...options },
	);
	return {
		...execution.node('PagerDuty'),
		/** All that n8n knows of the execution, as text. */
		get all() {
			return inspect(execution.run, { depth: Infinity, showHidden: true, maxStringLength: Infinity });
		},
	};
}

/** The JSON of each item. */
export const jsons = (items: NodeOutput['items']) => items.map(({ json }) => json);
