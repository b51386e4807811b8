/** Finds the parts of an OpenAPI document that a request belongs to. */
import { isObject, resolved, type Json, type JsonObject } from './openapi-schema';

/** A key as a part of a JSON pointer. */
export const escaped = (key: string) => encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'));

/** One operation of the document. */
export interface Found {
	name: 'rest' | 'events';
	document: JsonObject;
	operation: JsonObject;
	pathItem: JsonObject;
	pointer: string;
}

/** The operation that a method and a concrete path belong to; literal segments win over `{id}`. Events paths start with `/v2`. */
export function findOperation(
	documents: { rest: JsonObject; events: JsonObject },
	method: string,
	path: string,
): Found | string {
	const name = path.startsWith('/v2/') ? 'events' : 'rest';
	const document = documents[name];
	const segments = (name === 'events' ? path.slice(3) : path).split('?')[0]!.split('/');
	const paths = isObject(document.paths) ? document.paths : {};
	const fits = (template: string) => {
		const parts = template.split('/');
		return (
			parts.length === segments.length &&
			parts.every(
				(part, index) => part === segments[index] || (part.startsWith('{') && segments[index] !== ''),
			)
		);
	};
	const literal = (template: string) => template.split('/').filter((part) => !part.startsWith('{')).length;
	const [template] = Object.keys(paths)
		.filter(fits)
		.sort((a, b) => literal(b) - literal(a));
	if (template === undefined) return `${path} is no path of the document`;
	const pathItem = resolved(document, paths[template]);
	const operation = pathItem[method.toLowerCase()];
	if (!isObject(operation)) return `${template} has no method ${method.toUpperCase()}`;
	return {
		name,
		document,
		operation,
		pathItem,
		pointer: `/paths/${escaped(template)}/${method.toLowerCase()}`,
	};
}

/** The JSON schema (as a pointer) of a body or answer; undefined where the document gives none. */
export function schemaPointer(
	document: JsonObject,
	holder: Json | undefined,
	pointer: string,
): string | undefined {
	let target = pointer;
	if (isObject(holder) && typeof holder.$ref === 'string') target = holder.$ref.slice(1);
	const content = resolved(document, holder).content;
	return isObject(content) && 'application/json' in content
		? `${target}/content/${escaped('application/json')}/schema`
		: undefined;
}

/** The parameters of an operation that go into the query or the headers. */
export function parametersOf(
	{ document, operation, pathItem }: Found,
	place: 'query' | 'header',
): JsonObject[] {
	return [pathItem.parameters, operation.parameters]
		.flatMap((list) => (Array.isArray(list) ? list : []))
		.map((parameter) => resolved(document, parameter))
		.filter((parameter) => parameter.in === place);
}
