import type { IDataObject } from 'n8n-workflow';

import { partOf, rowsOf } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { readList, type ListShape } from '../../../api/list';
import { path } from '../../../api/path';
import { get, type ApiRequest } from '../../../api/request';
import { many, named, one, wrongShape } from '../../../api/shape';
import { askOnCalls } from '../../onCall/current/askOnCalls';
import { levelsOf } from '../../onCall/current/levels';
import { maintenanceOf } from '../../service/status/maintenance';
import { logEntriesOf } from '../timeline/entries';
import { timelineOf } from '../timeline/rows';
import { readParts } from './parts';
import { withResolutions } from './resolutions';

/** What is asked for; limits are rows. */
interface Asked {
	/** Its ID or its number. */
	readonly incidentId: string;
	readonly listLimit?: number;
	readonly timelineLimit?: number;
	readonly pastLimit?: number;
}

/**
 * All that is known about an incident. Requests go in three rounds: the incident; all that its IDs lead to, side by side;
 * how the past incidents ended. Only people on call in more than a hundred shifts take further ones.
 *
 * @returns the incident and its parts, null for what could not be had; `missing` says why
 * @throws NodeApiError, NodeOperationError when the incident itself cannot be read
 */
export async function readContext(
	api: Api,
	{ incidentId, listLimit = 25, timelineLimit = 100, pastLimit = 5 }: Asked,
): Promise<IDataObject> {
	const request = get(path`/incidents/${incidentId}`);
	const incident = await one(api, request, 'incident');
	const id = String(incident.id);
	/** For what is asked by the ID of what the incident refers to. */
	async function by<Result>(name: string, read: (id: string) => Promise<Result>): Promise<Result> {
		const { id } = partOf(incident, name);
		if (typeof id !== 'string') throw wrongShape(api, request, named(name));
		return await read(id);
	}
	const list = async (request: ApiRequest, name: string, paging: ListShape['paging'] = 'offset') =>
		await readList(api, request, { list: name, paging }, listLimit);

	const { found, missing } = await readParts({
		alerts: list(get(path`/incidents/${id}/alerts`, { sortBy: 'created_at:desc' }), 'alerts'),
		notes: list(get(path`/incidents/${id}/notes`), 'notes', 'none'),
		timeline: logEntriesOf(api, id, { limit: timelineLimit }).then((rows) => timelineOf(incident, rows)),
		related_changes: list(get(path`/incidents/${id}/related_change_events`), 'change_events', 'limit'),
		service_changes: by(
			'service',
			async (id) => await list(get(path`/services/${id}/change_events`), 'change_events'),
		),
		past_incidents: many(
			api,
			get(path`/incidents/${id}/past_incidents`, { limit: pastLimit }),
			'past_incidents',
		),
		related_incidents: list(
			get(path`/incidents/${id}/related_incidents`, { additionalDetails: ['incident'] }),
			'related_incidents',
			'none',
		),
		on_call: by('escalation_policy', async (id) =>
			levelsOf(await askOnCalls(api, { onCallOf: 'escalationPolicy', escalationPolicyId: id })),
		),
		service: by('service', async (id) => await one(api, get(path`/services/${id}`), 'service')),
		maintenance_windows: by('service', async (id) => await maintenanceOf(api, id, listLimit)),
	});
	if (found.past_incidents === null) return { incident, ...found, missing };
	const past = await withResolutions(api, rowsOf(found, 'past_incidents'));
	return { incident, ...found, ...past.found, missing: [...missing, ...past.missing] };
}
