import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../../api/answer';
import { fingerprint } from './idempotency/fingerprint';

/** The type of what PagerDuty sends when somebody tests a subscription (operationId testWebhookSubscription). */
export const testEventType = 'pagey.ping';

/** The part of an event that the trigger relies on. */
const shape = z.object({
	event: z.object({
		id: z.string().min(1).optional().catch(undefined),
		event_type: z.string().min(1),
		occurred_at: z.string().optional().catch(undefined),
	}),
});

/** One v3 webhook event. Source: https://developer.pagerduty.com/docs/webhooks-overview */
export interface PagerDutyEvent {
	/**
	 * Its idempotency key, from what PagerDuty signed: its ID, or else the whole body. `X-Webhook-Id` is not signed: whoever
	 * captured a delivery could send it again with another one, or pass another event off as a repeat.
	 */
	readonly key: string;
	readonly type: string;
	/** Milliseconds since 1970; left out where PagerDuty gives no time that can be read. */
	readonly occurredAt?: number;
	/** What the event is about; its `type` says which kind of object it is. */
	readonly data: IDataObject;
	/** The whole event, exactly as PagerDuty sent it. */
	readonly json: IDataObject;
}

/**
 * Reads the bytes that were signed, and not what n8n's parser made of them.
 *
 * @returns undefined for anything but an event
 */
export function readEvent(body: Buffer): PagerDutyEvent | undefined {
	const sent = parse(body.toString('utf8'));
	const known = shape.safeParse(sent);
	const json = isObject(sent) ? sent.event : undefined;
	if (!known.success || !isObject(json)) return undefined;
	const { id, event_type: type, occurred_at = '' } = known.data.event;
	const occurredAt = Date.parse(occurred_at);
	return {
		key: fingerprint(id ?? body),
		type,
		...(Number.isNaN(occurredAt) ? {} : { occurredAt }),
		data: isObject(json.data) ? json.data : {},
		json,
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
