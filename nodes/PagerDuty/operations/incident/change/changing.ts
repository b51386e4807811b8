import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { isNodeApiError } from '../../../api/nodeErrors';
import { path } from '../../../api/path';
import { get, put } from '../../../api/request';
import { one } from '../../../api/shape';
import type { Bulk } from '../../../engine/operation';
import type { Repeat } from '../../../engine/write/repeat';
import { takenSince } from './takenSince';

interface Change {
	readonly incidentId: string;
}

/** The incident is already resolved, or already acknowledged by this user. */
const alreadySo = [1001, 1002];

/**
 * How incidents are changed: one alone, or up to 250 together. `fields` says what changes, `alone` what PagerDuty
 * changes in no request for many.
 * operationId updateIncident, updateIncidents
 */
export function changing<Input extends Change>(
	fields: (input: Input) => IDataObject,
	alone?: (input: Input) => boolean,
) {
	const patch = (change: IDataObject): IDataObject => ({ type: 'incident_reference', ...change });
	const bulk: Bulk<Input> = {
		max: 250,
		alone,
		list: 'incidents',
		id: ({ incidentId }) => incidentId,
		request: (inputs) =>
			put(path`/incidents`, {
				incidents: inputs.map((input) => ({ id: input.incidentId, ...patch(fields(input)) })),
			}),
	};
	const repeat: Repeat<Input> = {
		safe: true,
		because:
			'Setting the same once more changes nothing. The incident is looked up first: a status that was set, and that somebody has changed since, is not set again, and nobody is alerted twice',
		lookUp: async (api, input, { sentSince }) =>
			await takenSince(api, input.incidentId, fields(input), sentSince),
	};
	const set = async (api: Api, { incidentId }: Input, change: IDataObject) =>
		await one(api, put(path`/incidents/${incidentId}`, { incident: patch(change) }), 'incident');
	async function run(api: Api, input: Input): Promise<IDataObject> {
		const change = fields(input);
		return await set(api, input, change).catch(async (refusal: unknown) => {
			const { status, resolution: _, ...more } = change;
			if (status === undefined || !isAlreadySo(refusal)) throw refusal;
			// So a change can be repeated after its answer was lost.
			const incident =
				Object.keys(more).length > 0
					? await set(api, input, more)
					: await one(api, get(path`/incidents/${input.incidentId}`), 'incident');
			if (incident.status !== status) throw refusal;
			return incident;
		});
	}
	return { bulk, repeat, run };
}

const isAlreadySo = (refusal: unknown) =>
	isNodeApiError(refusal) && alreadySo.includes(Number(refusal.context.pagerDutyCode));
