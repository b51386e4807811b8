import type { IWebhookFunctions } from 'n8n-workflow';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** The headers of a delivery, with their names in lower case. */
export type Headers = Request['headers'];

/** PagerDuty sends nothing but JSON, so a delivery that claims to be something else may be refused unread. */
export const isJson = ({ 'content-type': type = '' }: Headers): boolean =>
	/^\s*application\/json\b/i.test(type);

/**
 * The bytes of a delivery, as they were signed. n8n has read them already where it can parse them by their content type,
 * which a proxy may have removed.
 *
 * @returns undefined when they cannot be read: a form that n8n consumed, an unknown encoding, a broken connection
 */
export async function rawBodyOf(request: Request): Promise<Buffer | undefined> {
	await request.readRawBody?.().catch(() => undefined);
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : undefined;
}
