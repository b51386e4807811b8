import type { INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { checksIn, type Check } from '../../incidentFilters/checks';
import { filterCollection, pickedFilters, valueFilters } from '../../incidentFilters/fields';
import { expressionAdvice, oneOf } from '../../fields/oneOf';
import { idsIn, type Form } from './validate';

/** Which incidents start the workflow. */
export interface Filters {
	/** All filters that are set, those below included. */
	readonly checks: readonly Check[];
	/** What PagerDuty can filter by itself. A filter that is left out matches all. */
	readonly serviceIds?: readonly string[];
	readonly teamIds?: readonly string[];
	readonly urgency?: string;
}

const fields = [...pickedFilters, ...valueFilters].map((field) =>
	field.name === 'urgency'
		? { ...field, description: 'Only incidents that have this urgency when n8n checks' }
		: field,
);

export const filterFields: INodeProperties = {
	...filterCollection(
		fields,
		'Start the workflow only for matching incidents. An incident must match every filter you add. Incidents are compared as they are when n8n checks. For custom fields, n8n reads each incident once more; if the key may not, the incident passes and "unchecked_filters" in the output names the filter.',
	),
	displayOptions: { show: { source: ['incidentChanges', 'slaBreach'] } },
};

/** Filters that take IDs. Types of incidents have names. */
const idFilters = pickedFilters.filter(({ name }) => name.endsWith('Ids'));

/** @throws NodeOperationError for a value that no incident could match */
export function filtersOf(form: Form): Filters {
	const given: unknown = form.getNodeParameter('filters', {});
	const values = isObject(given) ? given : {};
	for (const { displayName, name } of idFilters) idsIn(form, displayName, values[name]);
	const urgency = values.urgency ? oneOf(form, 'Urgency', values.urgency, ['high', 'low']) : undefined;
	const { checks, faults } = checksIn(values);
	const [fault] = faults;
	if (fault) {
		throw new NodeOperationError(form.getNode(), `"${fault.label}" ${fault.reason}`, {
			description: `Correct it under "Filters". ${expressionAdvice}`,
		});
	}
	return {
		checks,
		serviceIds: someOf(idsIn(form, 'Service Names or IDs', values.serviceIds)),
		teamIds: someOf(idsIn(form, 'Team Names or IDs', values.teamIds)),
		urgency,
	};
}

const someOf = (chosen: string[]) => (chosen.length > 0 ? chosen : undefined);
