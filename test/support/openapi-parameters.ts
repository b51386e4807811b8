/** Checks the query and the headers of a request against the parameters that an OpenAPI operation lists. */
import { isObject, type Json, type JsonObject } from './openapi-schema';

export type Query = string | Record<string, QueryValue | undefined> | undefined;
type QueryValue = string | number | boolean | ReadonlyArray<string | number>;

const strings = (value: Json | undefined): string[] | undefined =>
	Array.isArray(value) ? value.map(String) : undefined;

function searchParams(query: Query): URLSearchParams {
	if (typeof query === 'string' || query === undefined) return new URLSearchParams(query ?? '');
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined) continue;
		for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
	}
	return params;
}

/** Unknown names, values outside an enum, wrong types, names given twice, required ones left out. */
export function queryProblems(parameters: JsonObject[], query: Query): string[] {
	const given = searchParams(query);
	const problems = parameters
		.filter((parameter) => parameter.required === true && !given.has(String(parameter.name)))
		.map((parameter) => `query ${String(parameter.name)} is missing`);
	for (const name of new Set(given.keys())) {
		const parameter = parameters.find((known) => known.name === name);
		if (!parameter) problems.push(`query ${name} is unknown`);
		else problems.push(...valueProblems(name, parameter, given.getAll(name)));
	}
	return problems;
}

function valueProblems(name: string, parameter: JsonObject, values: string[]): string[] {
	const schema = isObject(parameter.schema) ? parameter.schema : {};
	const items = isObject(schema.items) ? schema.items : schema;
	const repeatable = name.endsWith('[]');
	const list = parameter.explode === false ? values.flatMap((value) => value.split(',')) : values;
	const problems: string[] = [];
	if (!repeatable && values.length > 1) problems.push(`query ${name} is given ${values.length} times`);
	if (new Set(list).size < list.length) problems.push(`query ${name} repeats a value`);
	if (typeof schema.maxItems === 'number' && list.length > schema.maxItems)
		problems.push(`query ${name} takes at most ${schema.maxItems} values`);
	const allowed = strings(items.enum);
	for (const value of list) {
		if (value === '') problems.push(`query ${name} is empty`);
		else if (allowed && !allowed.includes(value))
			problems.push(`query ${name} is "${value}", not one of ${allowed.join(', ')}`);
		else if (!fitsType(items, value)) problems.push(`query ${name} is "${value}", no ${String(items.type)}`);
	}
	return problems;
}

function fitsType(schema: JsonObject, value: string): boolean {
	if (schema.type === 'integer') return /^-?\d+$/.test(value);
	if (schema.type === 'boolean') return value === 'true' || value === 'false';
	if (schema.format === 'date-time')
		return /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
	return true;
}

/**
 * Required headers that are missing, or wrong. Content-Type is only asked for beside a body
 * (the document lists it on every GET), Authorization is only checked where it is given.
 */
export function headerProblems(
	parameters: JsonObject[],
	headers: Record<string, string>,
	hasBody: boolean,
): string[] {
	const given = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	const problems: string[] = [];
	for (const parameter of parameters) {
		const name = String(parameter.name);
		const value = given.get(name.toLowerCase());
		if (name === 'Content-Type' && !hasBody) continue;
		if (!value && parameter.required === true) problems.push(`header ${name} is missing`);
		if (value && name === 'Accept' && !/^application\/vnd\.pagerduty\+json;version=2$/.test(value))
			problems.push(`header Accept is "${value}", not application/vnd.pagerduty+json;version=2`);
		if (value && name === 'Content-Type' && !value.startsWith('application/json'))
			problems.push(`header Content-Type is "${value}", not application/json`);
		if (value && name === 'From' && !/^\S+@\S+$/.test(value))
			problems.push(`header From is "${value}", no email address`);
	}
	const authorization = given.get('authorization');
	if (authorization !== undefined && !/^(Token token=|Bearer )[^\s"]+$/.test(authorization))
		problems.push('header Authorization is neither "Token token=<key>" nor "Bearer <token>"');
	return problems;
}
