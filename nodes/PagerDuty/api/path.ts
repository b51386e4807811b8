import { UserError } from 'n8n-workflow';

declare const safe: unique symbol;

/** A request path whose every inserted value is encoded. Only `` path`…` `` makes one. */
export type Path = string & { readonly [safe]: true };

/**
 * Builds a request path: `` path`/incidents/${id}/notes` ``. Each value becomes exactly one path segment,
 * so nothing that a user types can reach another endpoint.
 *
 * @throws UserError when a value is empty, `.` or `..`: URL parsers would drop or climb, encoded or not.
 */
export function path(literals: TemplateStringsArray, ...values: readonly string[]): Path {
	return String.raw({ raw: literals }, ...values.map(segment)) as Path;
}

function segment(value: string): string {
	const text = value.trim();
	if (text === '' || text === '.' || text === '..') {
		throw new UserError(`"${value}" is not an ID. PagerDuty IDs look like PABC123 or Q1A2B3C4D5E6F7.`);
	}
	return encodeURIComponent(text);
}
