import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { Attempt } from './idempotency/attempt';
import { claimsOf } from './idempotency/claims';
import { readEvent, testEventType, type PagerDutyEvent } from './event';
import { matchesFilters, type Filters } from './filters';
import { freshnessOf } from './freshness';
import { stamped } from './idempotency/executionGate';
import { isJson, rawBodyOf } from './rawBody';
import { noteTestEvent, recoverSecret } from '../subscription/secrets/recoverSecret';
import { refusalOf } from './refusal';
import { isRemembered, mayBeForgotten } from './idempotency/recentEvents';
import { listOf } from '../../fields/list';
import { isSigned } from './signature';
import { activeSecrets } from './signingSecrets';
import { warnOfDelivery } from '../log';

/**
 * Answers one delivery. PagerDuty drops an event for good after any 4xx but 429, and disables the subscription after
 * three of them; it comes again after a 5xx. So only what is not PagerDuty's gets a 4xx, our own trouble gets 503, and
 * what is authentic but of no use, or of a kind that nobody has heard of yet, gets 200.
 * Source: https://developer.pagerduty.com/docs/webhooks-behavior
 */
export async function receive(host: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { headers } = host.getRequestObject();
	const secrets = await activeSecrets(host).catch((error: unknown) => {
		warnOfDelivery(host, 'the signing secret cannot be read', error);
		return [];
	});
	if (secrets.length === 0) {
		warnOfDelivery(host, 'an event came, and there is no signing secret to verify it with');
		await recoverSecret(host);
		return answer(host, 503, 'This n8n has no signing secret for this webhook at the moment.');
	}
	const rawBody = await rawBodyOf(host.getRequestObject());
	if (rawBody === undefined && isJson(headers)) {
		warnOfDelivery(host, 'an event came without its raw body, so it cannot be verified');
		return answer(host, 503, 'This n8n could not read the body.');
	}
	if (rawBody === undefined || !isSigned(rawBody, headers['x-pagerduty-signature'], secrets)) {
		const isTestEvent = rawBody !== undefined && readEvent(rawBody)?.type === testEventType;
		if (await recoverSecret(host, isTestEvent)) {
			warnOfDelivery(host, 'an event came whose signing secret was lost');
			return answer(host, 503, 'This n8n has lost the signing secret of this webhook.');
		}
		const refusal = refusalOf(headers);
		warnOfDelivery(host, refusal.line);
		return answer(host, 401, refusal.answer);
	}
	const event = readEvent(rawBody);
	if (event === undefined) {
		warnOfDelivery(host, 'PagerDuty sent something that is not an event; it was ignored');
		return answer(host, 200, 'This is not an event.');
	}
	if (event.type === testEventType) {
		await noteTestEvent(host, (secret) => isSigned(rawBody, headers['x-pagerduty-signature'], [secret]));
		return answer(host, 200, 'The test event arrived.');
	}
	return await accept(host, event);
}

/** Decides what becomes of an event that PagerDuty signed. */
async function accept(host: IWebhookFunctions, event: PagerDutyEvent): Promise<IWebhookResponseData> {
	if (!listOf(host.getNodeParameter('events', [])).includes(event.type)) {
		return answer(host, 200, 'This event type is not chosen.');
	}
	if (!matchesFilters(event, host.getNodeParameter('filters', {}) as Filters)) {
		return answer(host, 200, 'This event does not meet the filters.');
	}
	const occurred = `it occurred at ${new Date(event.occurredAt ?? Date.now()).toISOString()}`;
	switch (freshnessOf(event)) {
		case 'fresh':
			return await startOnce(host, event);
		case 'stale':
			warnOfDelivery(
				host,
				"an event was ignored because it is older than anything PagerDuty still delivers. If it is recent, check this server's clock",
				occurred,
			);
			return answer(host, 200, 'This event is too old.');
		case 'early':
			warnOfDelivery(
				host,
				"an event was not accepted because its time is more than five days ahead of this server's clock. Check that clock: PagerDuty tries again for up to 48 hours",
				occurred,
			);
			return answer(host, 503, "This event is more than five days ahead of this server's clock.");
	}
}

/** Starts the execution, unless an earlier attempt at the same delivery, or another delivery of the same event, did. */
async function startOnce(host: IWebhookFunctions, event: PagerDutyEvent): Promise<IWebhookResponseData> {
	const { key, json } = event;
	const data = host.getWorkflowStaticData('node');
	if (isRemembered(data, key)) return answer(host, 200, 'This event was taken before.');
	const isNew = !mayBeForgotten(data, event);
	const deliveries = claimsOf(host);
	const attempt = new Attempt(host.getResponseObject());
	switch (await deliveries.claim(key, attempt)) {
		case 'taken':
			return answer(host, 200, 'This event was taken before.');
		case 'busy':
			return answer(host, 503, 'An earlier attempt is still being worked on.');
		case 'mine':
			return {
				workflowData: [[stamped({ json }, { key, attempt: attempt.id, isNew })]],
				// n8n 2 asks for this when it has stored the execution, and saves static data next. So a crash before that
				// leaves the delivery open. What is written any earlier n8n takes for unchanged by then, and does not save.
				get webhookResponse() {
					if (!isRemembered(data, key)) deliveries.memory.write(data, event);
					return { message: 'The workflow was started.' };
				},
			};
	}
}

function answer(host: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	host.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
