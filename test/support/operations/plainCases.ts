import type { AnyOperation, Resource } from '../../../nodes/PagerDuty/engine/operation';
import { resources } from '../../../nodes/PagerDuty/operations';
import { byId, type Case, type Desk } from './desk';

function caseOf(resource: Resource, operation: AnyOperation, title: string): Case | undefined {
	const [own, ...more] = operation.fields.filter(
		({ type, forEngine }) => type !== 'collection' && type !== 'notice' && !forEngine,
	);
	if (more.length > 0 || operation.effect === 'write') return undefined;
	if (own === undefined && operation.option.value === 'getAll') return lists(title, resource);
	const isRead = operation.option.value === 'get' && own?.type === 'resourceLocator';
	return isRead ? readsOne(title, own.name, resource) : undefined;
}

/** What the stand-in holds of a resource, where it can be asked. */
function heldBy({ sandbox }: Desk, { list }: Resource): readonly unknown[] {
	const name = list.replace(/_[a-z]/g, (part) => part.slice(1).toUpperCase());
	const table: unknown = Reflect.get(sandbox, name);
	return typeof table === 'function' ? (Reflect.apply(table, sandbox, []) as unknown[]) : [];
}

/** All rows come, each once, with no more in them than Simplify keeps; a Limit ends the list. */
const lists =
	(title: string, resource: Resource): Case =>
	async (desk) => {
		const rows = await desk.read(title, { returnAll: true });
		expect(rows.length).toBeGreaterThanOrEqual(Math.max(2, heldBy(desk, resource).length));
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		for (const row of rows) expect(resource.simple).toEqual(expect.arrayContaining(Object.keys(row)));
		expect(await desk.read(title, { limit: 1 })).toEqual(rows.slice(0, 1));
		const [whole] = await desk.read(title, { limit: 1, simplify: false });
		expect(whole).toMatchObject({ id: rows[0]?.id, self: expect.any(String) as string });
	};

/** The object with the ID comes, with the values that the stand-in holds. */
const readsOne =
	(title: string, field: string, resource: Resource): Case =>
	async (desk) => {
		const [held] = heldBy(desk, resource) as Array<{ id: string; name: string }>;
		const read = await desk.read(title, { [field]: byId(held?.id ?? '') });
		expect(read).toMatchObject([{ id: held?.id, name: held?.name }]);
	};

/**
 * What a plain operation is for, shown once: of every operation that has one field of its own at most, an ID. They need no
 * case by hand.
 */
export const plainCases: Record<string, Case> = Object.fromEntries(
	resources.flatMap((resource) =>
		resource.operations.flatMap((operation): Array<[string, Case]> => {
			const title = `${resource.option.value}:${operation.option.value}`;
			const prove = caseOf(resource, operation, title);
			return prove ? [[title, prove]] : [];
		}),
	),
);
