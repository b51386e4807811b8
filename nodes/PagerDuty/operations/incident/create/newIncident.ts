import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { path } from '../../../api/path';
import { post } from '../../../api/request';
import { one } from '../../../api/shape';
import type { ItemContext } from '../../../engine/itemContext';
import { holderOfKey, newestWithKey } from './incidentKey';

/** An incident that is to be open. */
interface NewIncident {
	readonly serviceId: string;
	readonly incidentKey: string;
	/** Whether no other item has this key. */
	readonly isOwnKey: boolean;
	readonly title: string;
	/** Its body; none where it is empty. */
	readonly text: string;
	/** What else is said of it, in PagerDuty's words. */
	readonly more: IDataObject;
}

/** What is known about a problem, with its title where that was too long. */
export const fullText = (details: string | undefined, { uncut }: ItemContext): string =>
	[details, uncut.title && `Full title: ${uncut.title}`].filter(Boolean).join('\n\n');

/**
 * Opens an incident, once in all tries at an item: a try with an unknown outcome is looked up first. Where an open
 * incident of the service has its key already, it is that one.
 * operationId createIncident, listIncidents
 *
 * @returns the incident as PagerDuty gives it, and whether this item has opened it, as `created`
 */
export async function openOnce(
	api: Api,
	{ serviceId, incidentKey, isOwnKey, title, text, more }: NewIncident,
	{ once, unclear }: ItemContext,
): Promise<IDataObject> {
	const request = post(path`/incidents`, {
		incident: {
			type: 'incident',
			title,
			service: { id: serviceId, type: 'service_reference' },
			incident_key: incidentKey,
			...(text === '' ? {} : { body: { type: 'incident_body', details: text } }),
			...more,
		},
	});
	/** An incident of an earlier try may be resolved by now, and then the key does not stop a second one. */
	async function openedBefore(): Promise<IDataObject | undefined> {
		if (!unclear) return undefined;
		const newest = await newestWithKey(api, serviceId, incidentKey);
		const isNew = isOwnKey || Date.parse(String(newest?.created_at)) >= unclear.sentSince();
		return isNew ? newest : undefined;
	}
	return await once(`open on ${serviceId}`, async () => {
		const found = await openedBefore();
		if (found) return { ...found, created: true };
		return await one(api, request, 'incident').then(
			(incident) => ({ ...incident, created: true }),
			async (refusal: unknown) => ({
				...(await holderOfKey(api, serviceId, incidentKey, refusal)),
				created: false,
			}),
		);
	});
}
