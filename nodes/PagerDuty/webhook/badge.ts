import { createHash, timingSafeEqual } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * A header that PagerDuty adds to every delivery of a subscription that was made here. It proves nothing about the body,
 * so no event is ever taken for its sake. It only tells a delivery whose signing secret was lost from a stranger's. Its
 * value is derived from the credential (`seal.ts`); static data holds digests of it, so that a reader cannot show it.
 * operationId createWebhookSubscription (`custom_headers`)
 */
export const badgeHeader = 'X-N8n-Trigger-Badge';

/** So many badges are known for a node: subscriptions that were made before its credential got another key have the older ones. */
const known = 3;

/** Notes the node's badge in its static data, and takes one out that an earlier version of this package left there. */
export function noteBadge(data: IDataObject, badge: string): void {
	const before = digestsIn(data);
	const earlier = typeof data.badge === 'string' ? [digest(data.badge)] : [];
	const all = [...new Set([digest(badge), ...earlier, ...before])].slice(0, known);
	if (all.join() !== before.join()) data.badges = all;
	if ('badge' in data) delete data.badge;
}

/** @param shown the value of {@link badgeHeader} */
export function isBadge(data: IDataObject, shown: string | string[] | undefined): boolean {
	if (typeof shown !== 'string') return false;
	const offered = Buffer.from(digest(shown));
	const right = typeof data.badge === 'string' ? [digest(data.badge)] : [];
	return [...right, ...digestsIn(data)].some((each) => {
		const one = Buffer.from(each);
		return one.length === offered.length && timingSafeEqual(one, offered);
	});
}

const digest = (badge: string) => createHash('sha256').update(badge).digest('hex');

const digestsIn = ({ badges }: IDataObject) =>
	Array.isArray(badges) ? badges.filter((each): each is string => typeof each === 'string') : [];
