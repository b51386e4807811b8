import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { path } from '../../../api/path';
import { post } from '../../../api/request';
import { one } from '../../../api/shape';
import type { ItemContext } from '../../../engine/itemContext';
import type { Repeat } from '../../../engine/write/repeat';
import { detailsBody, type Details } from '../fields';
import { holderOfKey, keyOf, newestWithKey, type Keyed } from './incidentKey';

/** What an incident is opened with. */
export interface Opening extends Keyed, Details {
	readonly details?: string;
}

/**
 * operationId createIncident · PagerDuty refuses an `incident_key` that an open incident of the service has. So every
 * incident gets one, and opening can be repeated: a second attempt finds the first one's incident instead of paging
 * people twice.
 */
export async function open(api: Api, opening: Opening, context: ItemContext): Promise<IDataObject> {
	const { serviceId, title, details: said } = opening;
	const fullTitle = context.uncut.title;
	const text = [said, fullTitle && `Full title: ${fullTitle}`].filter(Boolean).join('\n\n');
	const key = keyOf(opening, context);
	const request = post(path`/incidents`, {
		incident: {
			type: 'incident',
			title,
			service: { id: serviceId, type: 'service_reference' },
			incident_key: key,
			...(text === '' ? {} : { body: { type: 'incident_body', details: text } }),
			...detailsBody(opening),
		},
	});
	return await one(api, request, 'incident').catch(
		async (refusal: unknown) => await holderOfKey(api, serviceId, key, refusal),
	);
}

/** For what opens incidents. */
export const foundByKey: Repeat<Keyed> = {
	safe: true,
	because: 'The incident key, which n8n makes where you give none, finds the incident of the first try',
	// An incident of the first try may be resolved by now, and then the key does not stop a second one.
	lookUp: async (api, given, context) => {
		const newest = await newestWithKey(api, given.serviceId, keyOf(given, context));
		if (!newest) return undefined;
		const isNew =
			given.incidentKey === undefined || Date.parse(String(newest.created_at)) >= context.sentSince();
		return isNew ? newest : undefined;
	},
};
