import type { Workflow, WorkflowNode } from '../support/n8nTypes';

/** A node of our package with its credential; `parameters` go over the defaults of the form. */
export const pagerDuty = (
	name: string,
	parameters: Record<string, unknown>,
	settings = {},
): WorkflowNode => ({
	name,
	type: 'n8n-nodes-pagerduty.pagerDuty',
	typeVersion: 1,
	position: [0, 0],
	parameters: { authentication: 'token', ...parameters },
	credentials: { [credentialTypeFor(parameters)]: { name: 'PagerDuty' } },
	...settings,
});

function credentialTypeFor({ resource, authentication }: Record<string, unknown>): string {
	if (resource === 'event') return 'pagerDutyEventsApi';
	return authentication === 'oAuth2' ? 'pagerDutyAppOAuth2Api' : 'pagerDutyTokenApi';
}

export const trigger = (parameters: Record<string, unknown>): WorkflowNode => ({
	name: 'PagerDuty Trigger',
	type: 'n8n-nodes-pagerduty.pagerDutyTrigger',
	typeVersion: 1.1,
	position: [0, 0],
	parameters: { authentication: 'token', subscription: 'automatic', scope: 'account', ...parameters },
	credentials: {
		[parameters.subscription === 'manual' ? 'pagerDutyWebhookApi' : 'pagerDutyTokenApi']: {
			name: 'PagerDuty',
		},
	},
	webhookId: crypto.randomUUID(),
});

/** Asks once a minute. */
export const pollingTrigger = (parameters: Record<string, unknown>): WorkflowNode => ({
	name: 'PagerDuty Polling Trigger',
	type: 'n8n-nodes-pagerduty.pagerDutyPollingTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: { authentication: 'token', pollTimes: { item: [{ mode: 'everyMinute' }] }, ...parameters },
	credentials: { pagerDutyTokenApi: { name: 'PagerDuty' } },
});

export const byHand: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** What a resource locator holds when an ID or an expression was typed. */
export const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** Nodes one after another. */
export const chain = (name: string, nodes: WorkflowNode[]): Workflow => ({
	name,
	nodes,
	connections: Object.fromEntries(
		nodes
			.slice(1)
			.map((node, index) => [
				nodes[index]?.name ?? '',
				{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
			]),
	),
	settings: { executionOrder: 'v1' },
});
