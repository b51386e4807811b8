import { defineOperation } from '../../../engine/operation';
import { setAgain } from '../../../engine/write/repeat';
import { customFields, customFieldsIn, customFieldsJson } from '../../../fields/customFields';
import { incidentId } from '../../../fields/objects/incident';
import { simplify } from '../../../fields/simplify';
import { ofIncident } from '../../incidentNote/resource';
import { incident } from '../resource';
import { setValues } from './values';

/** operationId setIncidentFieldValues, getIncidentFieldValues · one item for each field that was set. */
export const setCustomFields = defineOperation({
	of: incident,
	option: {
		name: 'Set Custom Fields',
		value: 'setCustomFields',
		action: 'Set the custom fields of an incident',
		description:
			'Set custom fields of an incident by their names. Get Custom Fields says which an incident has. One item for each field that was set.',
	},
	fields: [incidentId, customFields, customFieldsJson, simplify],
	scopes: ['incidents.write', 'incidents.read'],
	simple: ['id', 'name', 'display_name', 'value', 'data_type', 'field_type', 'incident'],
	conflict: (given) =>
		customFieldsIn(given) === undefined
			? {
					field: 'customFields',
					message: 'has nothing in it, nor has "Custom Fields (JSON)". Add at least one field with its value',
				}
			: undefined,
	repeat: setAgain,
	run: async (api, { incidentId, ...given }) => {
		const fields = await setValues(api, incidentId, customFieldsIn(given) ?? []);
		return fields.map((field) => ({ ...field, ...ofIncident({ incidentId }) }));
	},
});
