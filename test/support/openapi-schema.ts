/** Turns PagerDuty's OpenAPI 3.0 document into something a JSON Schema validator can read. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a JSON pointer (`#/components/schemas/Incident`), or undefined. */
export function at(document: JsonObject, pointer: string): Json | undefined {
	let found: Json | undefined = document;
	for (const part of pointer.replace(/^#?\/?/, '').split('/')) {
		const key = decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~');
		if (Array.isArray(found)) found = found[Number(key)];
		else if (isObject(found)) found = found[key];
		else return undefined;
	}
	return found;
}

/** Follows `$ref` until there is an object without one. */
export function resolved(document: JsonObject, schema: Json | undefined): JsonObject {
	let found = schema;
	while (isObject(found) && typeof found.$ref === 'string') found = at(document, found.$ref);
	return isObject(found) ? found : {};
}

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
const contradictions: Array<{ pointer: string; change: (schema: JsonObject) => void }> = [
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

/** In prose the document says of some properties that they may be null, without `nullable`. */
const saysNull = (schema: JsonObject) =>
	typeof schema.description === 'string' && /`null`|\b(?:be|returns) null\b/i.test(schema.description);

function convert(node: Json | undefined): Json | undefined {
	if (Array.isArray(node)) return node.map((item) => convert(item) ?? null);
	if (!isObject(node)) return node;
	const result: JsonObject = {};
	for (const [key, value] of Object.entries(node)) {
		if (key === 'examples' || key === 'example' || key === 'x-examples' || key === 'discriminator') continue;
		// Branches of `oneOf` overlap here ({type: 'api'} is a channel of five kinds), so "one of" can only mean "any of".
		result[key === 'oneOf' ? 'anyOf' : key] = key === '$ref' ? refOf(value) : convert(value);
	}
	// Of OpenAPI 3.0: whether the limit itself is left out.
	for (const [limit, exclusive] of [
		['minimum', 'exclusiveMinimum'],
		['maximum', 'exclusiveMaximum'],
	] as const) {
		if (typeof node[exclusive] !== 'boolean') continue;
		delete result[exclusive];
		const bound = node[limit];
		if (node[exclusive] && bound !== undefined) result[exclusive] = bound;
	}
	if (node.nullable === true || saysNull(node)) return orNull(result);
	// It would need a type beside it.
	if (typeof node.nullable === 'boolean') delete result.nullable;
	return result;
}

/** A pointer through a `oneOf`, as it is called after the conversion. */
const refOf = (ref: Json | undefined) =>
	typeof ref === 'string' ? ref.replace(/\/oneOf\//g, '/anyOf/') : ref;

function orNull(schema: JsonObject): JsonObject {
	delete schema.nullable;
	const isSchema = ['type', '$ref', 'allOf', 'anyOf', 'enum'].some((key) => key in schema);
	// A parameter or response can say "null" in its text as well: that is no schema.
	return isSchema && !('in' in schema) ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** A copy of the document whose schemas are JSON Schema: `nullable` turned, contradictions mended, examples left out. */
export function asJsonSchema(document: JsonObject): JsonObject {
	const copy = structuredClone(document);
	for (const { pointer, change } of contradictions) {
		const schema = at(copy, pointer);
		if (isObject(schema)) change(schema);
	}
	const converted = convert(copy);
	return isObject(converted) ? converted : {};
}

/** Paths of the fields in a body that its schema does not list. Where a schema lists none, anything goes. */
export function unlistedFields(
	document: JsonObject,
	schema: Json | undefined,
	value: unknown,
	path = '',
): string[] {
	if (Array.isArray(value)) {
		const items = listedIn(document, schema).items;
		return value.flatMap((item, index) => unlistedFields(document, items, item, `${path}[${index}]`));
	}
	if (!isObject(value)) return [];
	const { properties } = listedIn(document, schema);
	if (Object.keys(properties).length === 0) return [];
	return Object.entries(value).flatMap(([key, field]) => {
		const here = path === '' ? key : `${path}.${key}`;
		return key in properties ? unlistedFields(document, properties[key], field, here) : [here];
	});
}

/** Everything that a schema lists, gathered over its `allOf` and `anyOf` branches. */
export function listedIn(
	document: JsonObject,
	schema: Json | undefined,
): { properties: JsonObject; items?: Json } {
	const node = resolved(document, schema);
	const gathered: { properties: JsonObject; items?: Json } = { properties: {}, items: node.items };
	for (const branches of [node.allOf, node.anyOf]) {
		for (const branch of Array.isArray(branches) ? branches : []) {
			const more = listedIn(document, branch);
			Object.assign(gathered.properties, more.properties);
			gathered.items ??= more.items;
		}
	}
	if (isObject(node.properties)) Object.assign(gathered.properties, node.properties);
	return gathered;
}
