import type { IDataObject } from 'n8n-workflow';

/** What came back from one HTTP request. `body` is parsed JSON where it was JSON, else text. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
}

/** A JSON object, and neither an array nor null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a property of another one, empty where there is none. */
export function partOf(object: IDataObject, name: string): IDataObject {
	const part = object[name];
	return isObject(part) ? part : {};
}

/** The rows of a list in an answer, none where there is no such list. */
export function rowsOf(answer: IDataObject, list: string): IDataObject[] {
	const rows = answer[list];
	return Array.isArray(rows) ? rows.filter(isObject) : [];
}

/** PagerDuty's error object, empty where the answer has none (an HTML page of a proxy, say). */
export function errorOf(body: unknown): {
	message?: string;
	code?: number;
	errors: string[];
	/** The OAuth scopes that a token lacks. */
	requiredScopes?: string[];
} {
	const answer = isObject(body) ? body : {};
	// The Events API says at the top what the REST API says under `error`, where some answers have nothing but text.
	const error = isObject(answer.error)
		? answer.error
		: { ...answer, ...(typeof answer.error === 'string' ? { message: answer.error } : {}) };
	return {
		message: typeof error.message === 'string' ? error.message : undefined,
		code: typeof error.code === 'number' ? error.code : undefined,
		errors: [error.errors ?? []]
			.flat()
			.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
		// No document says so: https://github.com/PagerDuty/terraform-provider-pagerduty/pull/1027
		requiredScopes: scopesIn(error.required_scopes ?? answer.required_scopes),
	};
}

/** The scopes in a list, or in a text with blanks or commas between them; undefined where none is named. */
function scopesIn(named: unknown): string[] | undefined {
	const scopes = [named ?? []].flat().flatMap((each) => String(each).match(/[\w.:]+/g) ?? []);
	return scopes.length > 0 ? scopes : undefined;
}

/** Lower-cases header names and joins repeated ones, as HTTP means them. */
export function headersOf(headers: unknown): Record<string, string> {
	return Object.fromEntries(
		Object.entries(isObject(headers) ? headers : {}).map(([name, value]) => [
			name.toLowerCase(),
			String(value),
		]),
	);
}
