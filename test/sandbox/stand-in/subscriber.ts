import { createHmac } from 'node:crypto';
import type { Sandbox } from '../../../sandbox';
import { type Answer, caller } from './caller';
import { startReceiver } from './receiver';

export interface Wish {
	events?: string[];
	filter?: object;
	headers?: Array<{ name: string; value: string }>;
}

/** Asks for a webhook subscription as a client of PagerDuty would. */
export const subscribe = (
	sandbox: { url: string },
	url: string,
	{ events = ['incident.triggered'], filter, headers = [] }: Wish = {},
): Promise<Answer> =>
	caller(sandbox)('POST', '/webhook_subscriptions', {
		body: {
			webhook_subscription: {
				type: 'webhook_subscription',
				delivery_method: { type: 'http_delivery_method', url, custom_headers: headers },
				events,
				filter: filter ?? { type: 'account_reference' },
			},
		},
	});

/** Receivers with subscriptions of their own; `close` ends all of them. */
export function subscriber(sandbox: () => Sandbox) {
	const open: Array<() => void> = [];
	return {
		/** @param statuses what the receiver answers, see `startReceiver` */
		subscribed: async (statuses: Array<number | null>, wish: Wish = {}) => {
			const receiver = await startReceiver(...statuses);
			open.push(receiver.close);
			const answer = await subscribe(sandbox(), receiver.url, wish);
			const id = answer.text('webhook_subscription', 'id');
			const secret = answer.text('webhook_subscription', 'delivery_method', 'secret');
			return { received: receiver.received, types: receiver.types, id, secret };
		},
		close: () => {
			for (const close of open.splice(0)) close();
		},
	};
}

export const signature = (secret: string, body: string) =>
	`v1=${createHmac('sha256', secret).update(body).digest('hex')}`;
