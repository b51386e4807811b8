import { path } from '../api/path';
import { remembered } from '../api/remembered';
import { one } from '../api/shape';
import type { Api } from '../api/client';

/** PagerDuty takes a number where it gives an incident, and nowhere else. https://developer.pagerduty.com/api-reference "Get an incident" */
const idOfNumber = remembered(async (api, number) => {
	const incident = await one(api, { method: 'GET', path: path`/incidents/${number}` }, 'incident');
	return String(incident.id);
});

/**
 * An input whose incident is named by its ID, also where it was given by its number.
 *
 * @throws NodeApiError when the account has no incident of this number
 */
export async function withIncidentId<Input extends { readonly incidentId: string }>(
	api: Api,
	input: Input,
): Promise<Input> {
	if (!/^\d+$/.test(input.incidentId)) return input;
	return { ...input, incidentId: await idOfNumber(api, input.incidentId) };
}
