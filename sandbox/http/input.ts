import { z } from 'zod';
import { invalidInput } from '../errors';
import { understand } from './understand';

/**
 * A query string as zod reads it: `name[]` becomes a list. Of anything else that comes twice the last one counts, and
 * `True` is `true`, which clients in Python send.
 * @throws 400 for what comes twice where `strict`
 */
export function queryObject(search: string, strict: boolean): Record<string, string | string[]> {
	const params = new URLSearchParams(search);
	const query: Record<string, string | string[]> = {};
	for (const name of new Set(params.keys())) {
		const values = params.getAll(name);
		if (strict && values.length > 1 && !name.endsWith('[]'))
			throw invalidInput(`${name} was given more than once`);
		const last = values.at(-1) ?? '';
		query[name] = name.endsWith('[]')
			? values
			: strict
				? last
				: last.replace(/^(?:True|False)$/, (word) => word.toLowerCase());
	}
	return query;
}

function describe(issue: z.ZodIssue): string[] {
	const path = issue.path.join('.');
	const place = path === '' ? '' : `${path}: `;
	if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${place}unknown parameter ${key}`);
	if (issue.code === 'invalid_union')
		return issue.unionErrors[0]?.issues.flatMap(describe) ?? [issue.message];
	return [`${place}${issue.message}`];
}

/**
 * Checks what was sent.
 * @param strict whether unknown names are refused
 * @throws 400 code 2001 with one line for each mistake
 */
export function read<Schema extends z.ZodTypeAny>(
	schema: Schema,
	value: unknown,
	strict = true,
): z.output<Schema> {
	const result = understand(schema, value, strict);
	if (!result.success) throw invalidInput(...result.error.issues.flatMap(describe));
	return result.data;
}

/** `{ id, type }` of something else; PagerDuty takes the other fields of a reference along and ignores them. */
export const reference = <Type extends string>(...types: [Type, ...Type[]]) =>
	z
		.object({
			id: z.string().min(1),
			type: z.enum(types),
			summary: z.string().nullish(),
			self: z.string().nullish(),
			html_url: z.string().nullish(),
		})
		.strict();

/** `type` in a body: PagerDuty's own clients also send that of a reference. */
export const typed = <Type extends string>(type: Type) => z.enum([type, `${type}_reference`]);

export const list = z.array(z.string()).optional().default([]);
export const oneOfMany = <Value extends string>(values: readonly [Value, ...Value[]]) =>
	z.array(z.enum(values)).optional().default([]);

/** Text of so many characters at most. An emoji that UTF-16 writes in two units is one. */
export const atMost = (max: number, text: z.ZodString) =>
	text.refine((value) => [...value].length <= max, `must have at most ${max} characters`);
