import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import type { Api, ApiRequest } from '../../api/client';
import { path } from '../../api/path';
import type { Bulk } from '../../engine/operation';

interface Change {
	incidentId: string;
	fromEmail?: string;
}

/** The incident is already resolved, or already acknowledged by this user. */
const alreadySo = [1001, 1002];

/**
 * How incidents are changed: one alone, or up to 250 together. `fields` says what changes.
 * Sources: https://developer.pagerduty.com/api-reference "Update an incident" and "Manage incidents"
 */
export function changing<Input extends Change>(fields: (input: Input) => IDataObject) {
	const patch = (input: Input): IDataObject => ({ type: 'incident_reference', ...fields(input) });
	const bulk: Bulk<Input> = {
		max: 250,
		list: 'incidents',
		id: ({ incidentId }) => incidentId,
		request: (inputs): ApiRequest => ({
			method: 'PUT',
			path: path`/incidents`,
			from: inputs[0]?.fromEmail ?? true,
			body: { incidents: inputs.map((input) => ({ id: input.incidentId, ...patch(input) })) },
		}),
	};
	async function run(api: Api, input: Input): Promise<IDataObject> {
		const request: ApiRequest = {
			method: 'PUT',
			path: path`/incidents/${input.incidentId}`,
			from: input.fromEmail ?? true,
			body: { incident: patch(input) },
		};
		const answer = await api
			.call(request)
			.catch(async (refusal: unknown) => await unchanged(api, input.incidentId, fields(input), refusal));
		return isObject(answer.incident) ? answer.incident : answer;
	}
	return { bulk, run };
}

/**
 * The incident as it is, when PagerDuty refused only because it has the wanted status already. So a change can be
 * repeated after its answer was lost, and by n8n's Retry On Fail.
 *
 * @throws the refusal itself when there was another reason, or more to change than the status
 */
async function unchanged(
	api: Api,
	incidentId: string,
	{ status, resolution: _, ...more }: IDataObject,
	refusal: unknown,
): Promise<IDataObject> {
	const isSo = refusal instanceof NodeApiError && alreadySo.includes(Number(refusal.context.pagerDutyCode));
	if (!isSo || Object.keys(more).length > 0) throw refusal;
	const answer = await api.call({ method: 'GET', path: path`/incidents/${incidentId}` });
	if (!isObject(answer.incident) || answer.incident.status !== status) throw refusal;
	return answer;
}
