import type { IDataObject } from 'n8n-workflow';

import { path } from '../../api/path';
import { searchIn } from '../childPicker';
import { required } from '../field';
import { byId, byUrl, locator } from '../locator';
import { incidentId } from './incident';

const nameOf = ({ summary, status }: IDataObject) => `${String(summary)} (${String(status)})`;

/** PagerDuty searches no alerts by text. */
export const searchIncidentAlerts = searchIn(incidentId, (incident) => ({
	request: () => ({
		method: 'GET',
		path: path`/incidents/${incident}/alerts`,
		query: { sort_by: 'created_at:desc' },
	}),
	list: 'alerts',
	scopes: ['incidents.read'],
	name: nameOf,
	searchHere: true,
}));

export const alertId = required(
	locator({
		name: 'alertId',
		displayName: 'Alert',
		description: 'The alert of this incident: pick it, or give its ID or the address of its page',
		search: 'searchIncidentAlerts',
		noun: 'alert',
		modes: [byId('Q1A2B3C4D5E6F7'), byUrl('alerts/Q1A2B3C4D5E6F7')],
	}),
);
