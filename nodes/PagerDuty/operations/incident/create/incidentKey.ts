import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { isNodeApiError } from '../../../api/nodeErrors';
import { path } from '../../../api/path';
import { get, type Query } from '../../../api/request';
import { many } from '../../../api/shape';
import type { ItemContext } from '../../../engine/itemContext';
import { field } from '../../../fields/field';
import { derivedKey, keyLimit } from '../../../fields/problemKey';

export const incidentKey = field({
	displayName: 'Incident Key',
	name: 'incidentKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. mail-queue',
	description:
		'Names the problem. While an open incident of the service has this key, that incident is returned and no second one is opened. Leave it out to open a new incident for each item.',
	limit: keyLimit,
});

/** What a key is made of where none is given. */
export interface Keyed {
	readonly incidentKey?: string;
	readonly serviceId: string;
	readonly title: string;
}

/**
 * The user's key, or one of the item's own. Service and title are in that because an agent may call this tool several
 * times as one item.
 */
export const keyOf = ({ incidentKey, serviceId, title }: Keyed, { repeatKey, uncut }: ItemContext) =>
	incidentKey ?? derivedKey(repeatKey, serviceId, uncut.title ?? title);

/**
 * The open incident that already has the key, when that is why PagerDuty refused to create another one: it answers
 * with 400 and its code for "arguments caused error".
 *
 * @throws the refusal itself when it has another reason
 */
export async function holderOfKey(
	api: Api,
	serviceId: string,
	incidentKey: string,
	refusal: unknown,
): Promise<IDataObject> {
	if (!isNodeApiError(refusal) || refusal.context.pagerDutyCode !== 2002) throw refusal;
	const open = await openWithKey(api, serviceId, incidentKey);
	if (!open) throw refusal;
	return open;
}

/** The incident that has the key now: PagerDuty lets only one open incident of a service have it. */
export async function openWithKey(
	api: Api,
	serviceId: string,
	incidentKey: string,
): Promise<IDataObject | undefined> {
	const [open] = await withKey(api, serviceId, incidentKey, {
		statuses: ['triggered', 'acknowledged'],
		include: ['conference_bridge'],
	});
	return open;
}

/** The incident that had or has the key last, whatever became of it. */
export async function newestWithKey(
	api: Api,
	serviceId: string,
	incidentKey: string,
): Promise<IDataObject | undefined> {
	const [newest] = await withKey(api, serviceId, incidentKey, { sort_by: 'created_at:desc' });
	return newest;
}

/** operationId listIncidents */
const withKey = async (api: Api, serviceId: string, incidentKey: string, query: Query) =>
	await many(
		api,
		get(path`/incidents`, { incidentKey, serviceIds: [serviceId], ...query, dateRange: 'all' }),
		'incidents',
	);
