import { NodeOperationError } from 'n8n-workflow';

import type { Authentication } from '../../api/client';
import { readCredential } from '../../api/credential';
import type { TriggerHost } from '../host';

/** The address of a trigger, and the credential of the PagerDuty that is to reach it. */
interface Listener {
	readonly host: TriggerHost;
	readonly authentication: Authentication;
	readonly url: string;
}

/** Hosts that exist on this machine or in this network only. */
const local = [
	/^[^.]+$/,
	/\.(localhost|local|internal|lan|home\.arpa)$/,
	/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+)+$/,
	/^\[(::1?|f[cde].*)\]$/,
];

/** The address that PagerDuty sends this trigger's events to. */
export const webhookUrlOf = (host: TriggerHost) => host.getNodeWebhookUrl('default') ?? '';

/** Why no event would arrive, and what to do about it. */
interface Fault {
	readonly message: string;
	readonly description: string;
}

/**
 * Refuses an address that PagerDuty cannot deliver to, before a subscription is created that would stay silent.
 *
 * @throws NodeOperationError that says what to set
 */
export async function assertReachable(listener: Listener): Promise<void> {
	refuse(listener.host, await addressFault(listener));
}

/** Refuses an address that n8n itself does not answer. @throws NodeOperationError that says what to do */
export const assertAnswered = (host: TriggerHost) => refuse(host, unansweredFault(host));

function refuse(host: TriggerHost, fault: Fault | undefined): void {
	if (fault) throw new NodeOperationError(host.getNode(), fault.message, { description: fault.description });
}

/** n8n 2.35 and later prefer the new name: with it set, what the old one says counts no more. */
const urlVariable = 'the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL before n8n 2.35)';

/** @returns what keeps PagerDuty from delivering to this node's address; undefined when nothing is known to */
export async function addressFault({ host, url, authentication }: Listener): Promise<Fault | undefined> {
	const fault = unansweredFault(host) ?? malformedFault(url);
	if (fault) return fault;
	const { region } = (await readCredential(host, authentication)).data;
	// A sandbox or a proxy may well run beside n8n.
	if (region === 'custom') return undefined;
	const { hostname, protocol } = new URL(url);
	if (local.some((pattern) => pattern.test(hostname))) {
		return {
			message: 'PagerDuty cannot reach this n8n',
			description: `Events would go to ${url}, which is an address inside your network. Set ${urlVariable} to the public https:// address of this n8n (a tunnel will do for tests), and restart n8n.`,
		};
	}
	if (protocol === 'https:') return undefined;
	return {
		message: 'PagerDuty needs an https:// address to send events to',
		description: `Events would go to ${url}. Set ${urlVariable} to the https:// address of this n8n, and restart n8n.`,
	};
}

/** From a wrong webhook URL n8n derives addresses such as `n8n.example.com/webhook/…`, or `https://n8n.example.com/:5678/webhook/…`. */
function malformedFault(url: string): Fault | undefined {
	if (/^https?:\/\/[^/]/i.test(url) && URL.canParse(url)) {
		const { hostname, pathname } = new URL(url);
		if (!/^https?$/.test(hostname) && !/^\/:\d*(\/|$)/.test(pathname)) return undefined;
	}
	return {
		message: 'n8n does not know its own address',
		description: `Events would go to "${url}", which is not a web address. Set ${urlVariable} to the full public address of this n8n, such as https://n8n.example.com/ or https://n8n.example.com:5678/, and restart n8n.`,
	};
}

/**
 * A node without a webhook ID (programs write such workflows) has its name in the address instead. n8n encodes it there,
 * looks for it decoded when an event comes, and answers 404.
 */
function unansweredFault(host: TriggerHost): Fault | undefined {
	const { name, webhookId } = host.getNode();
	if (webhookId !== undefined || encodeURIComponent(name) === name) return undefined;
	return {
		message: 'n8n would not answer at the address of this trigger',
		description: `The node has no webhook ID, and its name ("${name}") has characters that n8n cannot use in an address. Delete the node and add it again in the editor, which gives it a webhook ID, or rename it to letters and digits only, such as "PagerDutyTrigger".`,
	};
}
