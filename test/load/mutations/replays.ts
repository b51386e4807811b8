import { randomUUID } from 'node:crypto';

import { signatureName, withHeader, withSignature, type Delivery } from './delivery';
import type { Forge, Forgeries } from './forgery';

/** A header of what was captured, replaced by others or by none. */
const headed =
	(name: string, ...values: Array<string | (() => string)>): Forge =>
	(captured) =>
		withHeader(captured, name, ...values.map((value) => (typeof value === 'string' ? value : value())));

const signatureOf = ({ headers }: Delivery) =>
	headers.filter(([name]) => name === signatureName).map(([, value]) => value);

/** Body and signature are those of a delivery that was taken before. PagerDuty signs nothing else of a request. */
export const replays: Forgeries = {
	'with another X-Webhook-Id': headed('X-Webhook-Id', randomUUID),
	'with an empty X-Webhook-Id': headed('X-Webhook-Id', ''),
	'with blanks for an X-Webhook-Id': headed('X-Webhook-Id', '  '),
	'without an X-Webhook-Id': headed('X-Webhook-Id'),
	'with two X-Webhook-Ids': headed('X-Webhook-Id', randomUUID, randomUUID),
	'with a very long X-Webhook-Id': headed('X-Webhook-Id', () => randomUUID().repeat(100)),
	'with another X-Webhook-Subscription': headed('X-Webhook-Subscription', randomUUID),
	'with another User-Agent': headed('User-Agent', 'PagerDuty-Workflow-Automation'),
	'with another Date': headed('Date', () => new Date(0).toUTCString()),
	'with its signature twice': (captured) =>
		withSignature(captured, ...signatureOf(captured), ...signatureOf(captured)),
	'with another signature before its own': (captured) =>
		withSignature(captured, [`v1=${'0'.repeat(64)}`, ...signatureOf(captured)].join(',')),
	'at an address with a query': (captured) => ({ ...captured, path: `${captured.path}?id=${randomUUID()}` }),
	'in small chunks': (captured) => ({ ...captured, chunk: 10_000 }),
};
