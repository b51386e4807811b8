import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import type { Finding } from '../../batches/checkpoint';
import { kindsOf } from '../../form/events';
import { filtersOf } from '../../form/filters';
import type { SourceContext } from '../source';
import { needIncidentLogs } from '../../../incidentLog/eventType';
import { accountLog, incidentLog } from './logEntries';
import { incidentsCreated, openIncidents } from './openIncidents';

/** Something that happened to an incident. */
export interface Change extends Finding {
	readonly entry: IDataObject;
}

/** The change that a log entry describes. */
export const changeOf = (entry: IDataObject): Change => ({
	id: String(entry.id),
	at: Date.parse(String(entry.created_at)),
	entry,
});

/** The incident of a log entry. */
export const incidentOf = ({ incident }: IDataObject): IDataObject => (isObject(incident) ? incident : {});

/** Milliseconds. An incident that was opened longer before a stretch, and is resolved by now, is not asked for changes of fields in it. */
const longestOpen = 180 * 86_400_000;

/**
 * What happened to incidents.
 *
 * @param since a time in milliseconds since 1970, as is `until`
 * @param until left out for now
 * @throws NodeApiError, NodeOperationError
 */
export async function changesBetween({ form, api }: SourceContext, since: number, until?: number) {
	const { teamIds } = filtersOf(form);
	const log = await accountLog(api, { since, until, teamIds });
	const incidents = needIncidentLogs(kindsOf(form)) ? await touched() : [];
	const more: IDataObject[] = [];
	for (const id of incidents) more.push(...(await incidentLog(api, id, since)));
	return { inAccountLog: log.map(changeOf), inIncidentLogs: more.map(changeOf) };

	/**
	 * Changes of fields show in the log of their incident only: those that are open, and those that did something else
	 * too. Where the stretch is over, those count that were open in it.
	 */
	async function touched(): Promise<Set<string>> {
		const others =
			until === undefined
				? await openIncidents(api, { teamIds })
				: await incidentsCreated(api, { since: since - longestOpen, until, teamIds });
		const updated = others.filter(({ updated_at }) => !(Date.parse(String(updated_at)) < since));
		const ids = [...log.map(incidentOf), ...updated].map(({ id }) => id);
		return new Set(ids.filter((id) => typeof id === 'string'));
	}
}
