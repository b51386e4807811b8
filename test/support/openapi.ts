import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { escaped, findOperation, type Found, parametersOf, schemaPointer } from './openapi-operation';
import { headerProblems, queryProblems, type Query } from './openapi-parameters';
import { asJsonSchema, at, isObject, resolved, unlistedFields, type JsonObject } from './openapi-schema';

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

const problemsOf = (validate: ValidateFunction, value: unknown): string[] =>
	validate(value)
		? []
		: (validate.errors ?? []).map(
				(error) => `body${error.instancePath} ${error.message ?? 'is wrong'} ${JSON.stringify(error.params)}`,
			);

/** "Generic error response from the PagerDuty API": the body of every error of the REST API. */
const errorSchema = `/components/responses/Conflict/content/${escaped('application/json')}/schema`;

/**
 * What in an answer contradicts the document, as readable lines; empty when it conforms. An error
 * whose status or body the document leaves out for this operation must look like any other error.
 */
export function validateAnswer(method: string, path: string, status: number, body: unknown): string[] {
	const found = findOperation(demandOpenApi(), method, path);
	if (typeof found === 'string') return [found];
	const responses = isObject(found.operation.responses) ? found.operation.responses : {};
	const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((name) => name in responses);
	const isRestError = status >= 400 && found.name === 'rest';
	const listed =
		key === undefined
			? undefined
			: schemaPointer(found.document, responses[key], `${found.pointer}/responses/${escaped(key)}`);
	const pointer = listed ?? (isRestError ? errorSchema : undefined);
	if (pointer !== undefined) return problemsOf(validatorFor(found.name, pointer), body);
	if (key === undefined) return [`${method.toUpperCase()} ${path} has no answer ${status} in the document`];
	return body === undefined || found.name === 'events'
		? []
		: [`the answer ${status} has no body in the document`];
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
	const found = findOperation(demandOpenApi(), method, path);
	if (typeof found === 'string') return [found];
	return [
		...queryProblems(parametersOf(found, 'query'), query),
		...headerProblems(parametersOf(found, 'header'), headers, body !== undefined),
		...bodyProblems(found, body),
	];
}

/** Whether the document requires the From header for this request. */
export function requiresFrom(method: string, path: string): boolean {
	const found = findOperation(demandOpenApi(), method, path);
	if (typeof found === 'string') throw new Error(found);
	return parametersOf(found, 'header').some((header) => header.name === 'From' && header.required === true);
}

/** Every parameter of one place, those of the whole path included. */
export function bodyProblems({ name, document, operation, pointer }: Found, body: unknown): string[] {
	const schema = schemaPointer(document, operation.requestBody, `${pointer}/requestBody`);
	if (body === undefined) {
		// The document seldom says that a body is required; a body with required fields is.
		const { required } = schema === undefined ? {} : resolved(document, at(document, schema));
		return Array.isArray(required) && required.length > 0 ? ['the body is missing'] : [];
	}
	if (schema === undefined) return ['a body is sent, the document knows none'];
	return [
		...problemsOf(validatorFor(name, schema), body),
		...unlistedFields(document, at(document, schema), body).map((field) => `body field ${field} is unknown`),
	];
}
