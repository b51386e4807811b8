import type { IWebhookFunctions } from 'n8n-workflow';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** PagerDuty sends nothing else, so whatever says to be something else may be refused without having been read. */
export const isJson = ({ 'content-type': type = '' }: Request['headers']): boolean =>
	/^\s*application\/json\b/i.test(type);

/**
 * The bytes of a delivery, as they were signed. n8n has read them already if it knows how to parse them. A proxy may have
 * taken the content type off, and then it has not.
 *
 * @returns undefined when they cannot be read: a form that n8n has used up, an encoding that is none, a connection that broke
 */
export async function rawBodyOf(request: Request): Promise<Buffer | undefined> {
	await request.readRawBody?.().catch(() => undefined);
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : undefined;
}
