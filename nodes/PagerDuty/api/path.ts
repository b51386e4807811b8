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

/** What a person typed or pasted as the path of a request, with the query that stood behind it. */
export interface TypedPath {
	readonly path: Path;
	readonly query: Readonly<Record<string, string[]>>;
}

/**
 * Reads a path of PagerDuty's REST API as people write it: `/incidents/PABC123`, `incidents?limit=5`, or as a whole address.
 * Whatever its segments hold, it stays one path of that API.
 *
 * @throws UserError that finishes a sentence after the field's label
 */
export function typedPath(text: string): TypedPath {
	const [address = '', behind = ''] = text
		.trim()
		.replace(/#.*$/s, '')
		.split(/\?(.*)/s);
	const [placeholder] = /\{[^}]*\}/.exec(address) ?? [];
	if (placeholder !== undefined)
		throw new UserError(`still has ${placeholder} in it: put an ID in its place`);
	const inside = address.replace(/^https:\/\/api\.(?:eu\.)?pagerduty\.com(?=\/|$)/i, '');
	if (/^[a-z][a-z\d+.-]*:/i.test(inside))
		throw new UserError("is not a path of PagerDuty's REST API, such as /incidents");
	const segments = inside
		.split('/')
		.filter((each, index, all) => each !== '' || (index > 0 && index < all.length - 1));
	if (segments.length === 0) throw new UserError("is not a path of PagerDuty's REST API, such as /incidents");
	const names = segments.map((each) => decoded(each).trim());
	if (names.some((name) => ['', '.', '..'].includes(name)))
		throw new UserError('leads elsewhere: one of its parts is empty, "." or ".."');
	const query: Record<string, string[]> = {};
	for (const [name, value] of new URLSearchParams(behind)) (query[name] ??= []).push(value);
	return { path: names.map((name) => `/${segment(name)}`).join('') as Path, query };
}

/** A segment may be encoded already, or hold a % of its own. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
