import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { headerProblems, queryProblems, type Query } from './openapi-parameters';
import {
	asJsonSchema,
	at,
	isObject,
	resolved,
	unlistedFields,
	type Json,
	type JsonObject,
} from './openapi-schema';

export interface OpenApiDocuments {
	rest: JsonObject;
	events: JsonObject;
}

/** What to do when neither folder holds PagerDuty's documents. */
export const openApiHint = "PagerDuty's OpenAPI documents are missing: run `npm run openapi`";

const root = join(__dirname, '..', '..');
const folders = [join(root, '..', 'shared', 'pagerduty'), join(root, '.openapi')];

let loaded: OpenApiDocuments | undefined;

/** PagerDuty's two OpenAPI documents (REST and Events v2) as JSON Schema, or undefined where there are none. */
export function loadOpenApi(): OpenApiDocuments | undefined {
	if (loaded) return loaded;
	const folder = folders.find((name) => existsSync(join(name, 'rest-openapi.json')));
	if (!folder) return undefined;
	const read = (name: string): JsonObject => {
		const document: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
		return asJsonSchema(isObject(document) ? document : {});
	};
	loaded = { rest: read('rest-openapi.json'), events: read('events-v2-openapi.json') };
	return loaded;
}

/** `describe` where the documents are there; where they are not, the block is skipped and its title says why. */
export function describeWithOpenApi(title: string, block: () => void): void {
	if (loadOpenApi()) describe(title, block);
	else describe.skip(`${title} (skipped: ${openApiHint})`, block);
}

let compiler: Ajv | undefined;
const compiled = new Map<string, ValidateFunction>();

function validatorFor(document: 'rest' | 'events', pointer: string): ValidateFunction {
	const ref = `${document}#${pointer}`;
	let validate = compiled.get(ref);
	if (!validate) {
		if (!compiler) {
			compiler = new Ajv({ strict: false, allErrors: true, validateSchema: false });
			addFormats(compiler);
			compiler.addFormat('url', (text) => URL.canParse(text));
			// Times of day have no zone here.
			compiler.addFormat('time', /^\d\d:\d\d(:\d\d)?$/);
			// Rails' and tz database names; PagerDuty's list is its own.
			for (const name of ['tzinfo', 'activesupport-time-zone', 'TEXTAREA', 'partial-time'])
				compiler.addFormat(name, true);
			const documents = demandOpenApi();
			compiler.addSchema(documents.rest, 'rest').addSchema(documents.events, 'events');
		}
		validate = compiler.compile({ $ref: ref });
		compiled.set(ref, validate);
	}
	return validate;
}

function demandOpenApi(): OpenApiDocuments {
	const documents = loadOpenApi();
	if (!documents) throw new Error(openApiHint);
	return documents;
}

const escaped = (key: string) => encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'));

interface Found {
	name: 'rest' | 'events';
	document: JsonObject;
	operation: JsonObject;
	pathItem: JsonObject;
	pointer: string;
}

/** The operation that a method and a concrete path belong to; literal segments win over `{id}`. Events paths start with `/v2`. */
function findOperation(method: string, path: string): Found | string {
	const documents = demandOpenApi();
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

const problemsOf = (validate: ValidateFunction, value: unknown): string[] =>
	validate(value)
		? []
		: (validate.errors ?? []).map(
				(error) => `body${error.instancePath} ${error.message ?? 'is wrong'} ${JSON.stringify(error.params)}`,
			);

/** The JSON schema (as a pointer) of a body or answer; undefined where the document gives none. */
function schemaPointer(document: JsonObject, holder: Json | undefined, pointer: string): string | undefined {
	let target = pointer;
	if (isObject(holder) && typeof holder.$ref === 'string') target = holder.$ref.slice(1);
	const content = resolved(document, holder).content;
	return isObject(content) && 'application/json' in content
		? `${target}/content/${escaped('application/json')}/schema`
		: undefined;
}

/** What in an answer contradicts the document, as readable lines; empty when it conforms. */
export function validateAnswer(method: string, path: string, status: number, body: unknown): string[] {
	const found = findOperation(method, path);
	if (typeof found === 'string') return [found];
	const responses = isObject(found.operation.responses) ? found.operation.responses : {};
	const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((name) => name in responses);
	if (key === undefined) return [`${method.toUpperCase()} ${path} has no answer ${status} in the document`];
	const pointer = schemaPointer(found.document, responses[key], `${found.pointer}/responses/${escaped(key)}`);
	if (pointer === undefined) return [];
	return problemsOf(validatorFor(found.name, pointer), body);
}

/**
 * What in a request contradicts the document, as readable lines; empty when it conforms.
 * @param query the raw search string, or names with their values (`statuses[]` with a list)
 * @param headers looked up without regard to case
 */
export function validateRequest(
	method: string,
	path: string,
	query: Query,
	headers: Record<string, string>,
	body?: unknown,
): string[] {
	const found = findOperation(method, path);
	if (typeof found === 'string') return [found];
	return [
		...queryProblems(parametersOf(found, 'query'), query),
		...headerProblems(parametersOf(found, 'header'), headers, body !== undefined),
		...bodyProblems(found, body),
	];
}

/** Whether the document requires the From header for this request. */
export function requiresFrom(method: string, path: string): boolean {
	const found = findOperation(method, path);
	if (typeof found === 'string') throw new Error(found);
	return parametersOf(found, 'header').some((header) => header.name === 'From' && header.required === true);
}

function parametersOf({ document, operation, pathItem }: Found, place: 'query' | 'header'): JsonObject[] {
	return [pathItem.parameters, operation.parameters]
		.flatMap((list) => (Array.isArray(list) ? list : []))
		.map((parameter) => resolved(document, parameter))
		.filter((parameter) => parameter.in === place);
}

function bodyProblems({ name, document, operation, pointer }: Found, body: unknown): string[] {
	const holder = operation.requestBody;
	if (body === undefined) return resolved(document, holder).required === true ? ['the body is missing'] : [];
	const schema = schemaPointer(document, holder, `${pointer}/requestBody`);
	if (schema === undefined) return ['a body is sent, the document knows none'];
	return [
		...problemsOf(validatorFor(name, schema), body),
		...unlistedFields(document, at(document, schema), body).map((field) => `body field ${field} is unknown`),
	];
}
