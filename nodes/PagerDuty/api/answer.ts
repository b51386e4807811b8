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
	lacksScope: boolean;
} {
	const error = isObject(body) && isObject(body.error) ? body.error : {};
	return {
		message: typeof error.message === 'string' ? error.message : undefined,
		code: typeof error.code === 'number' ? error.code : undefined,
		errors: [error.errors ?? []]
			.flat()
			.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
		// No document says so: https://github.com/PagerDuty/terraform-provider-pagerduty/pull/1027
		lacksScope: 'required_scopes' in error,
	};
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
