import { isObject, type JsonObject } from './openapi-json';

/** What `include[]` gives in full, though the schema lists a reference only. */
const included: Array<[field: string, full: string]> = [
	['Service/allOf/1/properties/escalation_policy', 'EscalationPolicy'],
	['Service/allOf/1/properties/teams/items', 'Team'],
	['Service/allOf/1/properties/integrations/items', 'Integration'],
	['User/allOf/1/properties/teams/items', 'Team'],
	['User/allOf/1/properties/contact_methods/items', 'EmailContactMethod'],
	['User/allOf/1/properties/contact_methods/items', 'PhoneContactMethod'],
	['User/allOf/1/properties/contact_methods/items', 'PushContactMethod'],
	['NotificationRule/allOf/1/properties/contact_method', 'EmailContactMethod'],
	['NotificationRule/allOf/1/properties/contact_method', 'PhoneContactMethod'],
	['NotificationRule/allOf/1/properties/contact_method', 'PushContactMethod'],
	['User/allOf/1/properties/notification_rules/items', 'NotificationRule'],
	['EscalationPolicy/allOf/1/properties/services/items', 'Service'],
	['EscalationPolicy/allOf/1/properties/teams/items', 'Team'],
	['Alert/allOf/1/properties/first_trigger_log_entry', 'TriggerLogEntry'],
	['Alert/allOf/1/properties/incident', 'Incident'],
	['Alert/allOf/1/properties/service', 'Service'],
	['LogEntry/allOf/1/properties/incident', 'Incident'],
	['LogEntry/allOf/1/properties/service', 'Service'],
	['LogEntry/allOf/1/properties/teams/items', 'Team'],
	[
		'#/paths/~1teams~1{id}~1members/get/responses/200/content/application~1json/schema/allOf/1/properties/members/items/properties/user',
		'User',
	],
	['MaintenanceWindow/allOf/1/properties/created_by', 'User'],
	['MaintenanceWindow/allOf/1/properties/services/items', 'Service'],
	['MaintenanceWindow/allOf/1/properties/teams/items', 'Team'],
	['Notification/properties/user', 'User'],
	['Oncall/properties/escalation_policy', 'EscalationPolicy'],
	['Oncall/properties/user', 'User'],
	['Oncall/properties/schedule', 'Schedule'],
];

/**
 * Places where the document contradicts itself. Each of them would refuse an answer
 * that the document gives as an example, so each is mended here, with its reason.
 */
export const contradictions: Array<{ pointer: string; change: (schema: JsonObject) => void }> = [
	{
		// One half of the `allOf` wants acknowledge_log_entry, the other acknowledgement_log_entry: nothing is both.
		pointer: '#/components/schemas/AcknowledgeLogEntry/allOf/1/properties/type',
		change: (schema) => (schema.enum = ['acknowledge_log_entry']),
	},
	{
		// Its examples hold text, and a `type` that it requires and does not list.
		pointer: '#/components/schemas/IncidentBody',
		change: (schema) => {
			schema.properties = { type: { type: 'string', enum: ['incident_body'] }, details: { type: 'string' } };
		},
	},
	{
		// It wants objects with a `value` in them, its example shows the value itself.
		pointer: '#/components/schemas/ServiceCustomFieldsFieldValueReadModel/properties/value',
		change: (schema) => {
			for (const key of Object.keys(schema)) delete schema[key];
		},
	},
	{
		// Its examples, and PagerDuty's own clients, have a wrapper around each target, and answers name its responders otherwise.
		pointer: '#/components/schemas/ResponderRequestTargetReference',
		change: (schema) => {
			const { properties } = schema;
			const responders = isObject(properties) ? properties.incident_responders : undefined;
			const target = { ...schema, properties: { ...Object(properties), incidents_responders: responders } };
			for (const key of Object.keys(schema)) delete schema[key];
			Object.assign(schema, {
				type: 'object',
				required: ['responder_request_target'],
				properties: { responder_request_target: target },
			});
		},
	},
	{
		// Its examples have the value itself, not an object around it.
		pointer: '#/components/schemas/CustomFieldsFieldValue/properties/value',
		change: (schema) => {
			const kinds = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isObject) : [];
			schema.oneOf = kinds.map(({ properties }) =>
				isObject(properties) ? (properties.value ?? null) : null,
			);
		},
	},
	{
		// Its examples say which alert it is, and it must be said.
		pointer: '#/components/schemas/AlertUpdate/properties',
		change: (properties) => {
			properties.id = { type: 'string' };
			properties.type = { type: 'string', enum: ['alert'] };
		},
	},
	{
		// PagerDuty itself contradicts it: the error of an account key that asks who it is is a text.
		pointer: '#/paths/~1users~1me/get/responses/400',
		change: (response) => {
			const schema = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };
			delete response.$ref;
			response.content = { 'application/json': { schema } };
		},
	},
	// The examples of these show null.
	...[
		'Incident/allOf/1/properties/resolve_reason',
		'IncidentType/properties/parent',
		'IncidentType/properties/description',
	].map((path) => ({
		pointer: `#/components/schemas/${path}`,
		change: (schema: JsonObject) => (schema.nullable = true),
	})),
	...included.map(([field, full]) => ({
		pointer: field.startsWith('#') ? field : `#/components/schemas/${field}`,
		change: (schema: JsonObject) => {
			const asListed = { ...schema };
			for (const key of Object.keys(schema)) delete schema[key];
			schema.anyOf = [asListed, { $ref: `#/components/schemas/${full}` }];
		},
	})),
];
