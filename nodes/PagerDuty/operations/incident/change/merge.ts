import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { isNodeApiError } from '../../../api/nodeErrors';
import { path } from '../../../api/path';
import { get, put } from '../../../api/request';
import { one } from '../../../api/shape';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId, sourceIncidentIds } from '../../../fields/objects/incident';
import { fromEmail } from '../../../fields/objects/user';
import { simplify } from '../../../fields/simplify';
import { incident } from '../resource';

const targetId = {
	...incidentId,
	displayName: 'Target Incident',
	description:
		'The open incident that stays: pick it, or give its ID, its number (1044 or #1044) or its address. It gets the alerts of the others.',
} as const;

/**
 * operationId mergeIncidents, getIncident · an incident that was merged says into which one in `resolve_reason`. PagerDuty
 * answers with a reference to the target.
 */
export const merge = defineOperation({
	of: incident,
	option: {
		name: 'Merge',
		value: 'merge',
		action: 'Merge incidents',
		description:
			'Join incidents that are about the same problem into one: their alerts move to it, and they are resolved',
	},
	fields: [targetId, sourceIncidentIds, simplify, options(fromEmail)],
	scopes: ['incidents.write', 'incidents.read'],
	simple: ['id', 'summary', 'html_url'],
	changes: ({ sourceIncidentIds }) => sourceIncidentIds.length,
	repeat: {
		safe: true,
		because:
			'The incidents are looked up first, and what was merged into the target already is left out when it is merged again',
		lookUp: async (api, { incidentId, sourceIncidentIds }) =>
			(await notIn(api, incidentId, sourceIncidentIds)).length === 0
				? await one(api, get(path`/incidents/${incidentId}`), 'incident')
				: undefined,
	},
	run: async (api, { incidentId, sourceIncidentIds }) => {
		const sources = sourceIncidentIds.filter((id) => id !== incidentId);
		return await mergeInto(api, incidentId, sources).catch(async (refusal: unknown) => {
			if (!isAlreadySo(refusal)) throw refusal;
			const left = await notIn(api, incidentId, sources);
			if (left.length === sources.length) throw refusal;
			return await mergeInto(api, incidentId, left);
		});
	},
});

async function mergeInto(api: Api, target: string, sources: readonly string[]): Promise<IDataObject> {
	const merging = { source_incidents: sources.map((id) => ({ id, type: 'incident_reference' })) };
	const request =
		sources.length > 0 ? put(path`/incidents/${target}/merge`, merging) : get(path`/incidents/${target}`);
	return await one(api, request, 'incident');
}

/** The target or a source is resolved, or a source was merged before. */
const alreadySo = [1001, 1019];

const isAlreadySo = (refusal: unknown) =>
	isNodeApiError(refusal) && alreadySo.includes(Number(refusal.context.pagerDutyCode));

/** Those of the incidents that are neither the target nor were merged into it before. */
async function notIn(api: Api, target: string, sources: readonly string[]): Promise<string[]> {
	const left: string[] = [];
	for (const source of sources) {
		if (source === target) continue;
		const { resolve_reason: reason } = await one(api, get(path`/incidents/${source}`), 'incident');
		const into = isObject(reason) && isObject(reason.incident) ? reason.incident.id : undefined;
		if (into !== target) left.push(source);
	}
	return left;
}
