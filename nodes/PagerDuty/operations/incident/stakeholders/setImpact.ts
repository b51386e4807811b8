import { path } from '../../../api/path';
import { put } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { setAgain } from '../../../engine/write/repeat';
import { field } from '../../../fields/field';
import { reference } from '../../../fields/id';
import { businessServiceId } from '../../../fields/objects/businessService';
import { incidentId } from '../../../fields/objects/incident';
import { incident } from '../resource';

const impacted = {
	...businessServiceId,
	description: 'The business service that suffers from the incident, or does not',
} as const;

const relation = field({
	displayName: 'Impact',
	name: 'relation',
	type: 'options',
	options: [
		{
			name: 'Impacted',
			value: 'impacted',
			description: 'The incident impacts the business service, and what is built on it',
		},
		{
			name: 'Not Impacted',
			value: 'not_impacted',
			description: 'It does not, whatever PagerDuty had thought',
		},
	],
	default: 'impacted',
	description: 'Whether the business service suffers from the incident',
});

/** operationId putIncidentManualBusinessServiceAssociation · PagerDuty answers with the relation alone. */
export const setImpact = defineOperation({
	of: incident,
	option: {
		name: 'Set Impact',
		value: 'setImpact',
		action: 'Set the impact of an incident',
		description: 'Say whether a business service suffers from an incident',
	},
	fields: [incidentId, impacted, relation],
	simple: ['relation', 'business_service', 'incident'],
	repeat: setAgain,
	answer: { whole: 'relation' },
	adds: ({ incidentId, businessServiceId }) => ({
		business_service: reference('business_service_reference', businessServiceId),
		incident: reference('incident_reference', incidentId),
	}),
	request: ({ incidentId, businessServiceId, relation }) =>
		put(path`/incidents/${incidentId}/business_services/${businessServiceId}/impacts`, { relation }),
});
