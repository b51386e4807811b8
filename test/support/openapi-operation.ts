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

interface Template {
	readonly template: string;
	/** Between its slashes; undefined for a `{parameter}`. */
	readonly parts: Array<string | undefined>;
}

const known = new WeakMap<JsonObject, Template[]>();

/** The paths of a document, those with the most literal segments first. */
function templatesOf(paths: JsonObject): Template[] {
	const found = known.get(paths);
	if (found) return found;
	const literal = ({ parts }: Template) => parts.filter((part) => part !== undefined).length;
	const templates = Object.keys(paths)
		.map((template) => ({
			template,
			parts: template.split('/').map((part) => (part.startsWith('{') ? undefined : part)),
		}))
		.sort((a, b) => literal(b) - literal(a));
	known.set(paths, templates);
	return templates;
}

const fits = (parts: Template['parts'], segments: string[]) =>
	parts.length === segments.length &&
	parts.every((part, index) => (part === undefined ? segments[index] !== '' : part === segments[index]));

/** The operation that a method and a concrete path belong to; literal segments win over `{id}`. Events paths start with `/v2`. */
export function findOperation(
	documents: { rest: JsonObject; events: JsonObject },
	method: string,
	path: string,
): Found | string {
	const name = path.startsWith('/v2/') ? 'events' : 'rest';
	const document = documents[name];
	const paths = isObject(document.paths) ? document.paths : {};
	const segments = (name === 'events' ? path.slice(3) : path).split('?')[0]!.split('/');
	const template = templatesOf(paths).find(({ parts }) => fits(parts, segments))?.template;
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
