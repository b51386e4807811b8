import { loadOpenApi, openApiHint } from '../../support/openapi';
import { findOperation, parametersOf, type Found } from '../../support/openapi-operation';
import { isObject, listedIn, resolved, type Json, type JsonObject } from '../../support/openapi-schema';
import type { SentRequest } from './sentRequest';

type Endpoint = Pick<SentRequest, 'method' | 'path'>;

/** @throws Error when PagerDuty's document has no such operation */
export function documented({ method, path }: Endpoint): Found {
	const documents = loadOpenApi();
	if (!documents) throw new Error(openApiHint);
	const found = findOperation(documents, method, path);
	if (typeof found === 'string') throw new Error(found);
	return found;
}

/** The OAuth scopes that the document names for a request: "Scoped OAuth requires: `incidents.read`". */
export function documentedScopes(endpoint: Endpoint): string[] {
	const text = String(documented(endpoint).operation.description ?? '');
	const [, scopes = ''] = /Scoped OAuth requires: (.*)/.exec(text) ?? [];
	return [...scopes.matchAll(/`([^`]+)`/g)].map(([, scope]) => String(scope));
}

/** The values that the document allows at a place of a request, undefined where it lists none. */
export function documentedChoices(endpoint: Endpoint, place: string): string[] | undefined {
	const found = documented(endpoint);
	const [where, ...names] = place.split(' ');
	const schema =
		where === 'query'
			? parametersOf(found, 'query').find(({ name }) => name === names.join(' '))?.schema
			: schemaAt(found.document, bodySchema(found.document, found.operation.requestBody), names);
	const { enum: own, items } = resolved(found.document, schema);
	const choices = own ?? resolved(found.document, items).enum;
	return Array.isArray(choices) ? choices.map(String) : undefined;
}

function schemaAt(document: JsonObject, schema: Json | undefined, names: string[]): Json | undefined {
	return names.reduce<Json | undefined>((within, name) => {
		const listed = listedIn(document, within);
		return name === '[]' ? listed.items : listed.properties[name];
	}, schema);
}

/** The schema of a request's body or of an answer. */
export function bodySchema(document: JsonObject, holder: Json | undefined): Json | undefined {
	const { content } = resolved(document, holder);
	const json = isObject(content) ? content['application/json'] : undefined;
	return isObject(json) ? json.schema : undefined;
}
