import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { Attempt } from './attempt';
import { deliveriesOf } from './deliveries';
import { readEvent, type PagerDutyEvent } from './event';
import { passes, type Filters } from './filters';
import { marked } from './handOn';
import { isJson, rawBodyOf } from './rawBody';
import { regainSecret } from './regain';
import { fingerprint, isRemembered } from './repeats';
import { listOf } from '../fields/list';
import { isSigned } from './signature';
import { liveSecrets } from './signingSecrets';
import { noteTestEvent, testEvent } from './testEvent';
import { warn } from './warning';

/**
 * Answers one delivery. PagerDuty drops an event for good after any 4xx but 429, and disables the subscription after
 * three of them; it comes again after a 5xx. So only what is not PagerDuty's gets a 4xx, our own trouble gets 503, and
 * what is authentic but of no use, or of a kind that nobody has heard of yet, gets 200.
 * Source: https://developer.pagerduty.com/docs/webhooks-behavior
 */
export async function receive(host: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { headers } = host.getRequestObject();
	const secrets = await liveSecrets(host).catch((error: unknown) => {
		warn(host, 'the signing secret cannot be read', error);
		return [];
	});
	if (secrets.length === 0) {
		warn(host, 'an event came, and there is no signing secret to verify it with');
		await regainSecret(host);
		return answer(host, 503, 'This n8n has no signing secret for this webhook at the moment.');
	}
	const rawBody = await rawBodyOf(host.getRequestObject());
	if (rawBody === undefined && isJson(headers)) {
		warn(host, 'an event came without its raw body, so it cannot be verified');
		return answer(host, 503, 'This n8n could not read the body.');
	}
	if (rawBody === undefined || !isSigned(rawBody, headers['x-pagerduty-signature'], secrets)) {
		const isTestEvent = rawBody !== undefined && readEvent(rawBody)?.type === testEvent;
		if (await regainSecret(host, isTestEvent)) {
			warn(host, 'an event came whose signing secret was lost');
			return answer(host, 503, 'This n8n has lost the signing secret of this webhook.');
		}
		warn(host, 'an event was refused: it has no signature that fits a signing secret of this webhook');
		return answer(
			host,
			401,
			'X-PagerDuty-Signature is missing, or fits no signing secret of this webhook. Is the body unaltered?',
		);
	}
	const event = readEvent(rawBody);
	if (event === undefined) {
		warn(host, 'PagerDuty sent something that is no event; it was ignored');
		return answer(host, 200, 'This is not an event.');
	}
	if (event.type === testEvent) {
		await noteTestEvent(host, rawBody, headers['x-pagerduty-signature']);
		return answer(host, 200, 'The test event arrived.');
	}
	if (!listOf(host.getNodeParameter('events', [])).includes(event.type)) {
		return answer(host, 200, 'This event type is not chosen.');
	}
	if (!passes(event, host.getNodeParameter('filters', {}) as Filters)) {
		return answer(host, 200, 'This event does not meet the filters.');
	}
	return await startOnce(host, event);
}

/** Starts the execution, unless an earlier attempt at the same delivery did. */
async function startOnce(host: IWebhookFunctions, event: PagerDutyEvent): Promise<IWebhookResponseData> {
	const id = deliveryId(host, event);
	const item = { json: event.json };
	// PagerDuty names every delivery. Should it ever not: twice is better than never.
	if (id === undefined) return { workflowData: [[item]] };
	const key = fingerprint(id);
	const data = host.getWorkflowStaticData('node');
	if (isRemembered(data, key)) return answer(host, 200, 'This event was taken before.');
	const deliveries = deliveriesOf(host);
	const attempt = new Attempt(host.getResponseObject());
	switch (await deliveries.claim(key, attempt)) {
		case 'taken':
			return answer(host, 200, 'This event was taken before.');
		case 'busy':
			return answer(host, 503, 'An earlier attempt is still being worked on.');
		case 'mine':
			return {
				workflowData: [[marked(item, key, attempt)]],
				// n8n 2 asks for this when it has stored the execution, and saves static data next. So a crash before that
				// leaves the delivery open. What is written any earlier n8n takes for unchanged by then, and does not save.
				get webhookResponse() {
					if (!isRemembered(data, key)) deliveries.memory.write(data, key);
					return { message: 'The workflow was started.' };
				},
			};
	}
}

/**
 * What is the same for every attempt at one delivery, and for nothing else. An incident of two chosen teams is delivered
 * once for each of them: the event is what they have in common.
 */
function deliveryId(host: IWebhookFunctions, { id }: PagerDutyEvent): string | undefined {
	const webhookId = [host.getRequestObject().headers['x-webhook-id']].flat()[0]?.trim() || undefined;
	const watchesTeams =
		host.getNodeParameter('subscription', 'automatic') !== 'manual' &&
		host.getNodeParameter('scope', 'account') === 'team';
	return watchesTeams ? (id ?? webhookId) : (webhookId ?? id);
}

function answer(host: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	host.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
