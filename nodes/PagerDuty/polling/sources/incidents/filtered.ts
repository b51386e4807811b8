import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import { ifRefused } from '../../../api/errors';
import { path } from '../../../api/path';
import { many } from '../../../api/shape';
import { apply, type Check } from '../../../incidentFilters/checks';
import { knownOf, type Known } from '../../../incidentFilters/known';
import { filtersOf } from '../../form/filters';
import type { SourceContext } from '../source';

/** An item that may start the workflow, and the incident it is about. */
export interface Candidate {
	readonly item: IDataObject;
	readonly incident: IDataObject;
}

/** Whether an incident may meet the filters, as far as lists of incidents tell. */
export const mayPass = (checks: readonly Check[], incident: IDataObject): boolean =>
	apply(checks, knownOf(incident)).passes;

/**
 * The items whose incidents meet the filters. Lists of incidents do not tell custom fields: they are read of each
 * incident that meets all other filters. An item passes where they cannot be read, and names the filters then.
 *
 * @throws NodeApiError, NodeOperationError when PagerDuty cannot be asked now: the next poll finds the same
 */
export async function itemsThatPass(
	context: SourceContext,
	candidates: readonly Candidate[],
): Promise<IDataObject[]> {
	const { checks } = filtersOf(context.form);
	const read = new Map<unknown, IDataObject[] | undefined>();
	const items: IDataObject[] = [];
	for (const { item, incident } of candidates) {
		const known: Known = { ...knownOf(incident), note: noteIn(item) };
		let judged = apply(checks, known);
		if (judged.passes && judged.open.some(({ part }) => part === 'custom_fields')) {
			if (!read.has(incident.id)) read.set(incident.id, await customFieldsOf(context, incident));
			judged = apply(checks, { ...known, custom_fields: read.get(incident.id) });
		}
		if (!judged.passes) continue;
		const unchecked = judged.open.map(({ label }) => label);
		items.push(unchecked.length > 0 ? { ...item, unchecked_filters: unchecked } : item);
	}
	return items;
}

/** operationId getIncidentFieldValues. @returns undefined when PagerDuty refuses it, which another try would not change */
async function customFieldsOf(
	{ api }: SourceContext,
	{ id }: IDataObject,
): Promise<IDataObject[] | undefined> {
	const request = { method: 'GET', path: path`/incidents/${String(id)}/custom_fields/values` } as const;
	return await many(api, request, 'custom_fields').catch(ifRefused(undefined, '403', '404'));
}

/** The text of the note that an item is about; null where it is about something else. */
function noteIn({ event_type, data }: IDataObject): string | null | undefined {
	if (event_type !== 'incident.annotated') return null;
	const { content } = isObject(data) ? data : {};
	return typeof content === 'string' ? content : undefined;
}
