import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Authentication } from '../api/client';

/** n8n's contexts in which subscriptions are managed: a lifecycle method, or a delivery. */
export type TriggerHost = IHookFunctions | IWebhookFunctions;

/** Whether n8n calls for the active workflow. Test runs are `manual`; `delete` is called as `internal`, live or not. */
export const isLive = (host: TriggerHost) => ['trigger', 'webhook'].includes(host.getMode());

/** Whether a person adds the webhook in PagerDuty, so that this node manages no subscriptions. */
export const isManual = (host: TriggerHost | ITriggerFunctions) =>
	host.getNodeParameter('subscription', 'automatic') === 'manual';

/** The kind of credential that the form chooses. */
export const authenticationOf = (host: TriggerHost) =>
	host.getNodeParameter('authentication', 'token') as Authentication;
