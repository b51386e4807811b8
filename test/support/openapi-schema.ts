import { contradictions } from './openapi-corrections';
import { isObject, type Json, type JsonObject } from './openapi-json';

export { isObject, type Json, type JsonObject };

/** Turns PagerDuty's OpenAPI 3.0 document into something a JSON Schema validator can read. */

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
