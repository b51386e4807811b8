import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { serviceIds } from '../../fields/objects/service';
import { teamIds } from '../../fields/objects/team';
import { urgency } from '../../fields/urgency';
import { idsIn, oneOf, type Form } from './validate';

/** Which incidents start the workflow. A filter that is left out matches all. */
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
	description: 'Start the workflow only for matching incidents. An incident must match every filter you add.',
	options: [
		serviceIds,
		teamIds,
		{ ...urgency, description: 'Only incidents that have this urgency when n8n checks' },
	],
};

/** @throws NodeOperationError for a value that no incident could match */
export function filtersOf(form: Form): Filters {
	const given: unknown = form.getNodeParameter('filters', {});
	const { serviceIds: services, teamIds: teams, urgency = '' } = isObject(given) ? given : {};
	return {
		serviceIds: someOf(idsIn(form, 'Service Names or IDs', services)),
		teamIds: someOf(idsIn(form, 'Team Names or IDs', teams)),
		urgency: urgency === '' ? undefined : oneOf(form, 'Urgency', urgency, ['high', 'low']),
	};
}

/** A property that is missing in the incident matches every filter: otherwise filters would lose changes silently. */
export function matchesFilters(incident: IDataObject, { serviceIds, teamIds, urgency }: Filters): boolean {
	const { service, teams } = incident;
	return (
		(urgency === undefined || typeof incident.urgency !== 'string' || incident.urgency === urgency) &&
		(serviceIds === undefined || !isObject(service) || serviceIds.includes(String(service.id))) &&
		(teamIds === undefined ||
			!Array.isArray(teams) ||
			teams.some((team) => isObject(team) && teamIds.includes(String(team.id))))
	);
}

const someOf = (chosen: string[]) => (chosen.length > 0 ? chosen : undefined);
