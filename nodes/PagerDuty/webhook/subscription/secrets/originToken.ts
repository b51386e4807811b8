import { createHash, timingSafeEqual } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * A header that PagerDuty adds to every delivery of a subscription that this package made (operationId
 * createWebhookSubscription, `custom_headers`). It does not authenticate the body, so no event is accepted because of
 * it. It only tells a delivery whose signing secret was lost from a stranger's. Its value is derived from the credential
 * (`cipher.ts`). Static data holds digests of it (`badges`, its earlier name), so that a reader cannot send it.
 */
export const originHeader = 'X-N8n-Trigger-Badge';

/** Tokens accepted for a node: subscriptions from before its credential got another key still send the older ones. */
const accepted = 3;

/** Adds the node's token to its static data, and replaces a plain one that an earlier version of this package left. */
export function noteOriginToken(data: IDataObject, token: string): void {
	const before = digestsIn(data);
	const all = [...new Set([digest(token), ...plainDigest(data), ...before])].slice(0, accepted);
	if (all.join() !== before.join()) data.badges = all;
	if ('badge' in data) delete data.badge;
}

/** @param sent the value of {@link originHeader} in a delivery */
export function isOriginToken(data: IDataObject, sent: string | string[] | undefined): boolean {
	if (typeof sent !== 'string') return false;
	const actual = Buffer.from(digest(sent));
	return [...plainDigest(data), ...digestsIn(data)].some((each) => {
		const expected = Buffer.from(each);
		return expected.length === actual.length && timingSafeEqual(expected, actual);
	});
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** Of a token that an earlier version of this package left in plain text. */
const plainDigest = ({ badge }: IDataObject) => (typeof badge === 'string' ? [digest(badge)] : []);

const digestsIn = ({ badges }: IDataObject) =>
	Array.isArray(badges) ? badges.filter((each): each is string => typeof each === 'string') : [];
