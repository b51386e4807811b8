import { gzipSync } from 'node:zlib';

import { pick, type Roll } from '../../support/dice';
import { digest, signatureName, signed, withHeader, withSignature, type Delivery } from './delivery';

/** The largest body that PagerDuty sends. */
export const largest = 256 * 1024;

/** What PagerDuty signed: the delivery, and the event that must reach the workflow. */
export interface Genuine {
	readonly delivery: Delivery;
	readonly event: { readonly id: string };
}

const titles = [
	'Checkout is down',
	'Küche brennt 🔥',
	'Cafe\u0301 is closed',
	'データベースが遅い',
	'<script>alert("1")</script> & "quotes" \\ / \u0000 \u2028',
	'{{ $json.title }} ={{ 1 + 1 }}',
];

/** JSON in every spelling that means the same: spaces, line ends, escapes, order, fields that nobody knows yet. */
const spellings: ReadonlyArray<(event: object) => string> = [
	(event) => JSON.stringify({ event }),
	(event) => JSON.stringify({ event }, null, '\t'),
	(event) => JSON.stringify({ event }, null, 4).replaceAll('\n', '\r\n'),
	(event) => ` \n\t${JSON.stringify({ event })}\n\n`,
	(event) => escaped(JSON.stringify({ event })),
	(event) => JSON.stringify({ later: [1, { event: null }], event, more: 1e-7 }),
];

const escaped = (json: string) =>
	json.replace(/[^ -~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Every way in which a good signature may be written and a body may travel. */
const manners: ReadonlyArray<(delivery: Delivery, secret: string, roll: Roll) => Delivery> = [
	(delivery) => delivery,
	(delivery) => delivery,
	(delivery, secret) =>
		withSignature(delivery, signed(secret, delivery.body).toUpperCase().replace('V', 'v')),
	(delivery, secret) => withSignature(delivery, `v1=${digest(secret, delivery.body).toString('base64')}`),
	(delivery, secret) => withSignature(delivery, `v1=${'0'.repeat(64)}, ${signed(secret, delivery.body)} `),
	(delivery, secret) => withSignature(delivery, `v1=${'0'.repeat(64)}`, signed(secret, delivery.body)),
	(delivery) => withHeader(delivery, 'Content-Type', 'application/json; charset=utf-8'),
	(delivery, _, roll) => ({ ...delivery, chunk: 1 + roll(70_000) }),
	(delivery) => withHeader({ ...delivery, body: gzipSync(delivery.body) }, 'Content-Encoding', 'gzip'),
];

/**
 * A delivery as PagerDuty sends it every day.
 *
 * @param index tells it from all others
 * @param length bytes of its body, about; {@link largest} for exactly that
 */
export function plain(path: string, secret: string, index: number, length: number, roll: Roll): Genuine {
	const event = {
		id: `01EVENT${index}`,
		event_type: 'incident.triggered',
		resource_type: 'incident',
		data: {
			id: `Q${index}`,
			type: 'incident',
			title: pick(roll, titles),
			urgency: 'high',
			details: pick(roll, ['x', 'é', '🔥']).repeat(Math.max(0, Math.floor((length - 1_000) / 12))),
		},
	};
	const text = Buffer.from(pick(roll, spellings)(event));
	const body = Buffer.concat([text, Buffer.alloc(length === largest ? largest - text.length : 0, ' ')]);
	const headers = [
		['Content-Type', 'application/json'],
		['X-Webhook-Id', `delivery-${index}`],
		[signatureName, signed(secret, body)],
	] as const;
	return { event, delivery: { method: 'POST', path, headers, body } };
}

/** The same, written and sent in any manner that is allowed. Every tenth is as large as they come. */
export function genuine(path: string, secret: string, index: number, roll: Roll): Genuine {
	const length = index % 10 === 0 ? largest : roll(pick(roll, [400, 4_000, 40_000]));
	const { event, delivery } = plain(path, secret, index, length, roll);
	return { event, delivery: pick(roll, manners)(delivery, secret, roll) };
}
