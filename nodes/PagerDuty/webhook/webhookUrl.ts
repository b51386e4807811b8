import { NodeOperationError } from 'n8n-workflow';

import { readCredential } from '../api/credential';
import type { WatchHost } from './host';
import type { Plan } from './watch';

/** Names and addresses that mean something on this machine or in this network only. */
const local = [
	/^[^.]+$/,
	/\.(localhost|local|internal|lan|home\.arpa)$/,
	/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+)+$/,
	/^\[(::1?|f[cde].*)\]$/,
];

/** The address that PagerDuty sends this trigger's events to. */
export const webhookUrlOf = (host: WatchHost) => host.getNodeWebhookUrl('default') ?? '';

/**
 * Refuses an address that PagerDuty cannot deliver to, before a subscription is made that would stay silent.
 *
 * @throws NodeOperationError that says what to set
 */
export async function assertReachable(plan: Plan): Promise<void> {
	const fault = await addressFault(plan);
	if (fault)
		throw new NodeOperationError(plan.host.getNode(), fault.message, { description: fault.description });
}

/** What keeps PagerDuty from delivering to this node's address; undefined when nothing is known to. */
export async function addressFault({ host, url, authentication }: Plan) {
	const { region } = (await readCredential(host, authentication)).data;
	// A stand-in or a proxy may well stand beside n8n.
	if (region === 'custom' || !URL.canParse(url)) return undefined;
	const { hostname, protocol } = new URL(url);
	if (local.some((pattern) => pattern.test(hostname))) {
		return {
			message: 'PagerDuty cannot reach this n8n',
			description: `Events would go to ${url}, which is an address inside your network. Set the environment variable WEBHOOK_URL to the public https:// address of this n8n (a tunnel will do for tests), and restart n8n.`,
		};
	}
	if (protocol === 'https:') return undefined;
	return {
		message: 'PagerDuty needs an https:// address to send events to',
		description: `Events would go to ${url}. Set the environment variable WEBHOOK_URL to the https:// address of this n8n, and restart n8n.`,
	};
}
