import axios from 'axios';
import { createHmac, randomUUID } from 'node:crypto';

/** `v1=<hex>` as PagerDuty makes it. */
export const signature = (secret: string, body: string | Buffer) =>
	`v1=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** The body of a delivery. */
export const eventBody = (event: object = {}) =>
	JSON.stringify({
		event: {
			id: randomUUID(),
			event_type: 'incident.triggered',
			resource_type: 'incident',
			data: { id: 'Q1ABCDEFGHIJKL', type: 'incident', title: 'Checkout is down', urgency: 'high' },
			...event,
		},
	});

export interface DeliveryOptions {
	secret?: string;
	webhookId?: string;
	headers?: Record<string, string>;
	signal?: AbortSignal;
}

/** Sends one delivery as PagerDuty would, signed where there is a secret. */
export async function deliver(url: string, body: string | Buffer, options: DeliveryOptions = {}) {
	const { secret, webhookId = randomUUID(), headers, signal } = options;
	const { status, data } = await axios.post<{ message: string }>(url, body, {
		headers: {
			'Content-Type': 'application/json',
			'X-Webhook-Id': webhookId,
			...(secret === undefined ? {} : { 'X-PagerDuty-Signature': signature(secret, body) }),
			...headers,
		},
		transformRequest: (unchanged: unknown) => unchanged,
		validateStatus: () => true,
		proxy: false,
		signal,
	});
	return { status, message: data.message };
}
