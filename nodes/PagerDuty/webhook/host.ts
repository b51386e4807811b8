import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Authentication } from '../api/client';

/** n8n's contexts in which subscriptions are looked after: a lifecycle method, or a delivery. */
export type WatchHost = IHookFunctions | IWebhookFunctions;

/** Whether it is about the active workflow. Test runs are `manual`; deleting is `internal`, live or not. */
export const isLive = (host: WatchHost) => ['trigger', 'webhook'].includes(host.getMode());

/** What tells a node from all others of this n8n. */
export const nodeOf = (host: Pick<WatchHost, 'getNode' | 'getWorkflow'>) =>
	`${host.getWorkflow().id} ${host.getNode().id}`;

export const isManual = (host: WatchHost | ITriggerFunctions) =>
	host.getNodeParameter('subscription', 'automatic') === 'manual';

export const authenticationOf = (host: WatchHost) =>
	host.getNodeParameter('authentication', 'token') as Authentication;
