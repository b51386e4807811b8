import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { ifRefused } from '../../api/errors';
import { path } from '../../api/path';
import { get, put } from '../../api/request';
import { one } from '../../api/shape';
import type { Bulk } from '../../engine/operation';
import { reference } from '../../fields/id';

interface OfIncident {
	readonly incidentId: string;
	readonly alertId: string;
}

/** What PagerDuty changes of an alert. */
export interface AlertChange {
	readonly status?: string;
	readonly newIncidentId?: string;
}

const bodyOf = ({ status, newIncidentId }: AlertChange): IDataObject => ({
	type: 'alert',
	...(status === undefined ? {} : { status }),
	...(newIncidentId === undefined ? {} : { incident: reference('incident_reference', newIncidentId) }),
});

/** The change of one alert. operationId updateIncidentAlert */
export const changeOf = ({ incidentId, alertId }: OfIncident, change: AlertChange) =>
	put(path`/incidents/${incidentId}/alerts/${alertId}`, { alert: bodyOf(change) });

/**
 * Changes one alert alone, or up to 250 of one incident together.
 * operationId updateIncidentAlert, updateIncidentAlerts
 */
export function changing<Input extends OfIncident>(changed: (input: Input) => AlertChange) {
	const bulk: Bulk<Input> = {
		max: 250,
		list: 'alerts',
		id: ({ alertId }) => alertId,
		place: ({ incidentId }) => incidentId,
		request: (inputs) =>
			put(path`/incidents/${inputs[0]?.incidentId ?? ''}/alerts`, {
				alerts: inputs.map((input) => ({ id: input.alertId, ...bodyOf(changed(input)) })),
			}),
	};
	return { bulk, request: (input: Input) => changeOf(input, changed(input)) };
}

/** The alert as it is; undefined where this incident has none with this ID. operationId getIncidentAlert */
export const alertIn = async (
	api: Api,
	incidentId: string,
	alertId: string,
): Promise<IDataObject | undefined> =>
	await one(api, get(path`/incidents/${incidentId}/alerts/${alertId}`), 'alert').catch(
		ifRefused(undefined, '404'),
	);
