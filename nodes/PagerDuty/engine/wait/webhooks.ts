import type { IWebhookDescription } from 'n8n-workflow';

/** How n8n reaches a node of an execution that waits: under `/webhook-waiting/<execution>/<node>`. */
const waiting = {
	name: 'default',
	responseMode: 'onReceived',
	// With nothing here, n8n answers with what `webhook()` gives.
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/** To look at the page, and to answer. */
export const webhooks: IWebhookDescription[] = [
	{ ...waiting, httpMethod: 'GET' },
	{ ...waiting, httpMethod: 'POST' },
];

/** What the editor shows while an execution waits. */
export const waitingTooltip =
	'={{ $parameter.operation === "sendAndWait" ? "The workflow continues when somebody has answered. The PagerDuty incident links to the question." : "" }}';
