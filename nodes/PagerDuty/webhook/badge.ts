import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * A header that PagerDuty adds to every delivery of a subscription that was made here. It proves nothing about the body,
 * so no event is ever taken for its sake. It only tells a delivery whose signing secret was lost from a stranger's.
 * Source: https://developer.pagerduty.com/api-reference — Create a webhook subscription (`custom_headers`)
 */
export const badgeHeader = 'X-N8n-Trigger-Badge';

/** The node's badge, made when there is none. It never changes, so that no copy of the static data is ever too old. */
export function badgeIn(data: IDataObject): string {
	if (typeof data.badge === 'string') return data.badge;
	const badge = randomBytes(24).toString('hex');
	data.badge = badge;
	return badge;
}

/** @param shown the value of {@link badgeHeader} */
export function isBadge({ badge }: IDataObject, shown: string | string[] | undefined): boolean {
	if (typeof badge !== 'string' || typeof shown !== 'string') return false;
	const [right, offered] = [Buffer.from(badge), Buffer.from(shown)];
	return right.length === offered.length && timingSafeEqual(right, offered);
}
