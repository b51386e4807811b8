import type { NodeApiError } from 'n8n-workflow';

import type { Api } from './client';

/** PagerDuty's code for a From user who may not do this. */
const requesterNotAllowed = 1018;

/**
 * Whether a 403 would be the answer for any other object as well, so that asking for each helps nobody.
 * Source: https://support.pagerduty.com/main/docs/api-access-keys
 */
export async function isForAll(api: Api, { context }: NodeApiError): Promise<boolean> {
	if (context.lacksScope === true) return true;
	return context.pagerDutyCode !== requesterNotAllowed && (await api.actsAsNobody());
}
