import { z } from 'zod';

import type { Api } from '../../api/client';
import { path } from '../../api/path';
import { remembered } from '../../api/remembered';
import { one } from '../../api/shape';
import { together } from '../../api/together';
import { required } from '../field';
import { idOrNumber } from '../id';
import { byUrl, locator } from '../locator';
import { multiSelect } from '../multiSelect';
import { load, search, type Source } from '../picker';

const incidents = (statuses: string[], dateRange?: 'all'): Source => ({
	request: () => ({
		method: 'GET',
		path: path`/incidents`,
		query: { 'statuses[]': statuses, date_range: dateRange, sort_by: 'created_at:desc' },
	}),
	list: 'incidents',
	scopes: ['incidents.read'],
	name: (row) => `#${String(row.incident_number)} ${String(row.title)} (${String(row.status)})`,
	searchHere: true,
});

/** PagerDuty finds an incident by its number, as pickers and people write it: `1044` or `#1044`. */
function byNumber(text: string) {
	const [, number] = /^#?(\d+)$/.exec(text) ?? [];
	if (number === undefined) return undefined;
	return { request: { method: 'GET', path: path`/incidents/${number}` } as const, object: 'incident' };
}

/** PagerDuty searches no incidents by text, so titles are compared here: open ones however old, then those of the last month. */
export const searchIncidents = search(
	{ ...incidents(['triggered', 'acknowledged'], 'all'), named: byNumber },
	incidents(['resolved']),
);
export const loadOpenIncidents = load(incidents(['triggered', 'acknowledged'], 'all'));

/** PagerDuty takes a number where it gives an incident, and nowhere else. operationId getIncident */
const idOfNumber = remembered(async (api, number) => {
	const incident = await one(api, { method: 'GET', path: path`/incidents/${number}` }, 'incident');
	return String(incident.id);
});

const incident = {
	...locator({
		name: 'incidentId',
		displayName: 'Incident',
		description:
			'The incident: pick it, or give its ID, its number (1044 or #1044) or its address. After a PagerDuty Trigger, use the ID inside data: the one at the top is the ID of the event.',
		search: 'searchIncidents',
		noun: 'incident',
		modes: [
			{
				displayName: 'By ID or Number',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. Q1A2B3C4D5E6F7',
				hint: 'Or its number, such as 1044',
			},
			byUrl('incidents/Q1A2B3C4D5E6F7'),
		],
	}),
	check: idOrNumber,
} as const;

/** An incident, by its ID or its number: for what PagerDuty finds by both. */
export const incidentIdOrNumber = required(incident);

const toId = async (api: Api, held: string): Promise<string> =>
	/^\d+$/.test(held) ? await idOfNumber(api, held) : held;

/** An incident by its ID, also where its number was given. */
export const incidentId = { ...incidentIdOrNumber, resolve: { scopes: ['incidents.read'], toId } };

/** The incident that something moves to. */
export const newIncidentId = {
	...incident,
	displayName: 'Move To Incident',
	name: 'newIncidentId',
	description: 'The open incident that the alert is to belong to, by its ID, its number or its address',
	resolve: { scopes: ['incidents.read'], toId },
} as const;

/** The incidents that become part of another one. */
export const sourceIncidentIds = required({
	...multiSelect({
		name: 'sourceIncidentIds',
		noun: 'Source Incident',
		description:
			'The incidents that become part of the target; the target itself, should it be among them, is left out. To merge those of all items at once, turn on Execute Once in the settings of this node, and have an expression give all IDs',
		load: 'loadOpenIncidents',
	}),
	check: z.array(idOrNumber),
	resolve: {
		scopes: ['incidents.read'],
		toId: async (api: Api, held: readonly string[]): Promise<string[]> =>
			await together(held.map(async (each) => await toId(api, each))),
	},
});

/** One incident that a list is to be without. */
export const excludeIncidentId = {
	...incident,
	displayName: 'Exclude This Incident',
	name: 'excludeIncidentId',
	description: 'Leave this one incident out of the list, such as the one that started the workflow',
} as const;
