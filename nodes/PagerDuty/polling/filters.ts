import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { listOf } from '../fields/list';
import { serviceIds } from '../fields/service';
import { teamIds } from '../fields/team';

/** Which incidents count. What is left out does not matter. */
export interface Filters {
	readonly serviceIds?: readonly string[];
	readonly teamIds?: readonly string[];
	readonly urgency?: string;
}

export const filterFields: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	displayOptions: { show: { source: ['incidentChanges', 'slaBreach'] } },
	default: {},
	description: 'Start the workflow only for some incidents. All filters that are added must fit.',
	options: [
		serviceIds,
		teamIds,
		{
			displayName: 'Urgency',
			name: 'urgency',
			type: 'options',
			options: [
				{ name: 'High', value: 'high' },
				{ name: 'Low', value: 'low' },
			],
			default: 'high',
			description: 'Only incidents that have this urgency when PagerDuty is asked',
		},
	],
};

export function filtersOf(host: IPollFunctions): Filters {
	const given: unknown = host.getNodeParameter('filters', {});
	const chosen = isObject(given) ? given : {};
	return {
		serviceIds: someOf(chosen.serviceIds),
		teamIds: someOf(chosen.teamIds),
		urgency: typeof chosen.urgency === 'string' && chosen.urgency !== '' ? chosen.urgency : undefined,
	};
}

/** What an incident does not say cannot keep it away, or filters would lose changes silently. */
export function passes(incident: IDataObject, { serviceIds, teamIds, urgency }: Filters): boolean {
	const { service, teams } = incident;
	return (
		(urgency === undefined || typeof incident.urgency !== 'string' || incident.urgency === urgency) &&
		(serviceIds === undefined || !isObject(service) || serviceIds.includes(String(service.id))) &&
		(teamIds === undefined ||
			!Array.isArray(teams) ||
			teams.some((team) => isObject(team) && teamIds.includes(String(team.id))))
	);
}

const someOf = (value: unknown) => {
	const chosen = listOf(value);
	return chosen.length > 0 ? chosen : undefined;
};
