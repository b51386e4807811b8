import { createHmac } from 'node:crypto';

/** One HTTP request, as it is to go over the wire. */
export interface Delivery {
	readonly method: string;
	readonly path: string;
	/** In this order; a name may stand there several times. Framing (length or chunks) is added by the sender. */
	readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
	readonly body: Buffer;
	/** Sent in chunks of this many bytes, and not with a length. */
	readonly chunk?: number;
	/** Head and body as bytes of their own, for what no HTTP client would send. */
	readonly bytes?: Buffer;
	/** The connection is closed behind those bytes, answer or not: more would be waited for in vain. */
	readonly hangsUp?: boolean;
}

export const signatureName = 'X-PagerDuty-Signature';

export const digest = (secret: string | Buffer, body: string | Buffer, algorithm = 'sha256') =>
	createHmac(algorithm, secret).update(body).digest();

/** The value of the header that makes PagerDuty's signature of a body. */
export const signed = (secret: string | Buffer, body: Buffer) => `v1=${digest(secret, body).toString('hex')}`;

/** The same with one header replaced by others, or by none. */
export function withHeader(delivery: Delivery, name: string, ...values: string[]): Delivery {
	const others = delivery.headers.filter(([each]) => each.toLowerCase() !== name.toLowerCase());
	return { ...delivery, headers: [...others, ...values.map((value) => [name, value] as const)] };
}

export const withSignature = (delivery: Delivery, ...values: string[]) =>
	withHeader(delivery, signatureName, ...values);

/** Another body under the signature of the first. */
export const withBody = (delivery: Delivery, body: Buffer | string): Delivery => {
	const changed = Buffer.from(body);
	// What came out the same is no forgery.
	return {
		...delivery,
		body: changed.equals(delivery.body) ? Buffer.concat([changed, Buffer.from(' ')]) : changed,
	};
};

/** The delivery as bytes, with a framing of the caller's own between head and body. */
export function asBytes(
	{ method, path, headers }: Delivery,
	framing: readonly string[],
	body: Buffer,
): Delivery['bytes'] {
	const lines = headers.map(([name, value]) => `${name}: ${value}`);
	const head = [`${method} ${path} HTTP/1.1`, 'Host: n8n', 'Connection: close', ...lines, ...framing, '', ''];
	return Buffer.concat([Buffer.from(head.join('\r\n'), 'latin1'), body]);
}
