import type { IDataObject } from 'n8n-workflow';

import { path } from '../../api/path';
import type { ApiRequest } from '../../api/client';
import type { Bulk } from '../../engine/operation';

interface Change {
	incidentId: string;
	fromEmail?: string;
}

/**
 * The requests that change incidents: one alone, or up to 250 together. `fields` says what changes.
 * Sources: https://developer.pagerduty.com/api-reference "Update an incident"
 * and https://developer.pagerduty.com/api-reference "Manage incidents"
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
	const request = (input: Input): ApiRequest => ({
		method: 'PUT',
		path: path`/incidents/${input.incidentId}`,
		from: input.fromEmail ?? true,
		body: { incident: patch(input) },
	});
	return { request, bulk, answer: { one: 'incident' } };
}
