import { createHmac } from 'node:crypto';

/** `X-PagerDuty-Signature`: one `v1=<hex>` for each live secret, HMAC-SHA256 over the raw body. */
export const sign = (secrets: string[], body: string): string =>
	secrets.map((secret) => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`).join(',');
