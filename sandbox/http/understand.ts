import type { z } from 'zod';

type Path = Array<string | number>;

/**
 * Checks a value. As PagerDuty does it unless `strict`: names that the schema does not know, and nulls where it knows
 * none, are left out before they count as mistakes. A name that is needed and was null is missing then.
 */
export function understand<Schema extends z.ZodTypeAny>(
	schema: Schema,
	value: unknown,
	strict: boolean,
): z.SafeParseReturnType<z.input<Schema>, z.output<Schema>> {
	let result = schema.safeParse(value);
	if (result.success || strict) return result;
	const rest: unknown = structuredClone(value);
	while (!result.success && removeAll(rest, result.error.issues.flatMap(ignored)))
		result = schema.safeParse(rest);
	return result;
}

/** What of a mistake PagerDuty would not have looked at. */
function ignored(issue: z.ZodIssue): Path[] {
	if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
	if (issue.code === 'invalid_union')
		return issue.unionErrors.flatMap(({ issues }) => issues.flatMap(ignored));
	return issue.code === 'invalid_type' && issue.received === 'null' ? [issue.path] : [];
}

/** Whether one of the paths was there to be removed. */
function removeAll(value: unknown, paths: Path[]): boolean {
	return paths.filter((path) => remove(value, path)).length > 0;
}

function remove(value: unknown, path: Path): boolean {
	const name = path.at(-1);
	const holder = path.slice(0, -1).reduce(member, value);
	// Entries of a list stay: the others would move up.
	if (name === undefined || typeof holder !== 'object' || holder === null || Array.isArray(holder))
		return false;
	return Object.hasOwn(holder, name) && Reflect.deleteProperty(holder, name);
}

const member = (holder: unknown, name: string | number): unknown =>
	typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
