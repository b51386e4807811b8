import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { inTime } from '../../api/inTime';
import { inWords } from '../../api/nodeErrors';
import { path, type Path } from '../../api/path';
import { one, rowsIn } from '../../api/shape';

/** What can be read of an incident, under PagerDuty's names. They are those in the output as well. */
const paths = {
	/** operationId getIncident */
	incident: (id: string) => path`/incidents/${id}`,
	/** operationId listIncidentAlerts */
	alerts: (id: string) => path`/incidents/${id}/alerts`,
	/** operationId listIncidentNotes */
	notes: (id: string) => path`/incidents/${id}/notes`,
	/** operationId getIncidentFieldValues */
	custom_fields: (id: string) => path`/incidents/${id}/custom_fields/values`,
} satisfies Record<string, (id: string) => Path>;

/** A part of an incident that can be read. */
export type Part = keyof typeof paths;

export const isPart = (name: string): name is Part => name in paths;

/** A part that was read, or why it was not, or not in full. */
export interface Fetched {
	readonly name: Part;
	readonly value?: IDataObject | IDataObject[];
	readonly reason?: string;
}

/** Milliseconds. PagerDuty waits 5 seconds for the answer to a delivery, and n8n has an execution to store as well. */
const patience = 2_500;

/** PagerDuty's largest page. */
const mostAlerts = 100;

/**
 * Reads parts of an incident side by side. It ends in time and never fails: an event without them is better than none.
 *
 * @param connect opens PagerDuty's API
 */
export async function fetchParts(
	connect: () => Promise<Api>,
	incidentId: string,
	wanted: readonly Part[],
): Promise<Fetched[]> {
	if (wanted.length === 0) return [];
	const deadline = performance.now() + patience;
	const connecting = connect();
	return await Promise.all(
		wanted.map(async (name) => {
			const fetching = connecting
				.then(async (api) => await fetchPart(api, incidentId, name, deadline))
				.catch((error: unknown) => ({ name, reason: inWords(error) }));
			const late = { name, reason: `PagerDuty did not answer within ${patience / 1000} seconds.` };
			return await inTime<Fetched>(fetching, deadline, late);
		}),
	);
}

/** @throws NodeApiError, NodeOperationError */
async function fetchPart(api: Api, incidentId: string, name: Part, deadline: number): Promise<Fetched> {
	const query = name === 'alerts' ? { limit: mostAlerts } : {};
	const request = { method: 'GET', path: paths[name](incidentId), query, deadline } as const;
	if (name === 'incident') return { name, value: await one(api, request, name) };
	const answer = await api.call(request);
	const isCut = answer.more === true;
	return {
		name,
		value: rowsIn(api, request, answer, name),
		...(isCut ? { reason: `There are more; these are the first ${mostAlerts}.` } : {}),
	};
}
