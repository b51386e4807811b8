import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { ifRefused } from '../../../api/errors';
import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { many, one } from '../../../api/shape';

/** The log entries that a status leaves when it is set. */
const statusEntries: Record<string, string> = {
	acknowledged: 'acknowledge_log_entry',
	resolved: 'resolve_log_entry',
	triggered: 'unacknowledge_log_entry',
};

/** The log entries of changes that alert people, each time they are made. */
const alertEntries: Record<string, string> = {
	assignments: 'assign_log_entry',
	escalation_level: 'escalate_log_entry',
	escalation_policy: 'delegate_log_entry',
};

/**
 * The incident as it is now, when a change was taken whose answer got lost, and making it again would do harm: it would
 * alert people twice, open what somebody has resolved since, or resolve what was reopened.
 * operationId getIncident, listIncidentLogEntries
 *
 * @param sentSince when it was first sent, by PagerDuty's clock
 * @returns undefined when the change was not taken, or is harmless to repeat
 */
export async function takenSince(
	api: Api,
	incidentId: string,
	{ status, resolution: _, ...more }: IDataObject,
	sentSince: () => number,
): Promise<IDataObject | undefined> {
	const alerts = Object.keys(more).flatMap((field) => alertEntries[field] ?? []);
	if (status === undefined && alerts.length === 0) return undefined;
	const incident = await existing(api, incidentId);
	if (incident === undefined) return undefined;
	const since = sentSince();
	if (status !== undefined && !(Date.parse(String(incident.last_status_change_at)) >= since))
		return undefined;
	if (incident.status === status && alerts.length === 0)
		return Object.keys(more).length > 0 ? undefined : incident;
	const traces = alerts.length > 0 ? alerts : [statusEntries[String(status)]];
	return (await isLogged(api, incidentId, traces, since)) ? incident : undefined;
}

/**
 * The incident as it is now, when its log has an entry of this type.
 *
 * @param sentSince when the change was first sent, by PagerDuty's clock
 * @returns undefined when there is none, or no such incident
 */
export async function loggedSince(
	api: Api,
	incidentId: string,
	entryType: string,
	sentSince: () => number,
): Promise<IDataObject | undefined> {
	const incident = await existing(api, incidentId);
	return incident && (await isLogged(api, incidentId, [entryType], sentSince())) ? incident : undefined;
}

async function isLogged(
	api: Api,
	incidentId: string,
	types: ReadonlyArray<string | undefined>,
	since: number,
): Promise<boolean> {
	const entries = await many(
		api,
		get(path`/incidents/${incidentId}/log_entries`, { since: new Date(since).toISOString(), limit: 100 }),
		'log_entries',
	);
	return entries.some(({ type }) => types.includes(String(type)));
}

/** What does not exist was not changed, and does not hold up the incidents of the same request. */
const existing = async (api: Api, incidentId: string): Promise<IDataObject | undefined> =>
	await one(api, get(path`/incidents/${incidentId}`), 'incident').catch(ifRefused(undefined, '404'));
