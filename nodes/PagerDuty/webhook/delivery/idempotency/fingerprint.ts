import { createHash } from 'node:crypto';

/** Characters of a fingerprint: 60 bits. */
export const fingerprintWidth = 10;

/**
 * The idempotency key of an event: short, because n8n reads and writes those of the last events again with every event.
 *
 * @param id the event's ID, or all of its signed body
 */
export const fingerprint = (id: Buffer | string) =>
	createHash('sha256').update(id).digest('base64url').slice(0, fingerprintWidth);
