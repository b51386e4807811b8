import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { matches, page, type PagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { inTimeZone } from '../http/timeZone';
import type { World } from '../world/world';

interface Entity {
	id: string;
	name: string;
	teamIds?: string[];
}

/** Query parameters that mean the same everywhere; which of them a route takes is said by its schema. */
interface OneQuery {
	'include[]'?: string[];
	time_zone?: string;
}
interface ListQuery extends OneQuery, PagingQuery {
	/** Words that a text of the item contains. */
	query?: string;
	sort_by?: z.output<typeof nameOrder>;
	'team_ids[]'?: string[];
}

type Schema<Output> = z.ZodType<Output, z.ZodTypeDef, unknown>;

/** A resource whose routes differ in nothing but names and fields. What is left out, PagerDuty has not. */
export interface Resource<
	Item extends Entity,
	List extends ListQuery,
	One extends OneQuery,
	Created,
	Changed,
> {
	/** In paths, lists and scopes: `escalation_policies`. */
	plural: string;
	/** In scopes, where those have another name. */
	scope?: string;
	/** In answers: `escalation_policy`. */
	singular: string;
	table(world: World): Map<string, Item>;
	/** @param full names in `include[]` */
	view(world: World, item: Item, full: ReadonlySet<string>): object;
	list: {
		query: Schema<List>;
		/** What `query` searches; the name by default. */
		texts?(item: Item): string[];
		/** Filters of this resource alone. */
		passes?(item: Item, query: List): boolean;
		/** An item in the list, where it differs from the resource's `view`. */
		view?(world: World, item: Item, query: List): object;
	};
	get?: {
		query: Schema<One>;
		/** An item on its own, where it differs from the resource's `view`. */
		view?(world: World, item: Item, query: One): object;
	};
	/** @throws 400 where the body names what does not exist */
	create?: { body: Schema<Created>; make(world: World, id: string, body: Created): Item };
	/** @throws 400 where the body names what does not exist */
	update?: { body: Schema<Changed>; change(world: World, item: Item, body: Changed): Partial<Item> };
	/** Takes it out of whatever holds it. @throws 400 where it has to stay */
	remove?(world: World, item: Item): void;
}

/** `sort_by` of what has a name. */
export const nameOrder = z.enum(['name', 'name:asc', 'name:desc']).optional();

/** Whether it is in one of the teams; without teams everything is. */
const isOfTeams = ({ teamIds = [] }: Entity, teams: readonly string[] = []): boolean =>
	teams.length === 0 || teamIds.some((id) => teams.includes(id));

function sorted<Item extends Entity>(items: Iterable<Item>, order: ListQuery['sort_by']): Item[] {
	const ascending = [...items].sort((a, b) => a.name.localeCompare(b.name));
	return order === 'name:desc' ? ascending.reverse() : ascending;
}

/**
 * Adds the routes of a plain resource. An ID that nothing has is refused with 404, a name that another one has with 400.
 *
 * @example export const addTeamRoutes = crud({ plural: 'teams', singular: 'team', table: ({ teams }) => teams, … });
 */
export const crud =
	<Item extends Entity, List extends ListQuery, One extends OneQuery, Created, Changed>(
		resource: Resource<Item, List, One, Created, Changed>,
	) =>
	(app: FastifyInstance, account: Account): void => {
		const { plural, singular, scope = plural, table, view, list, get, create, update, remove } = resource;
		const { world } = account;
		const all = `/${plural}`;
		const one = `${all}/:id`;
		const found = ({ id = '' }: Record<string, string>): Item => {
			const item = table(world).get(id);
			if (!item) throw notFound();
			return item;
		};
		const answer = (item: Item) => ({ [singular]: view(world, item, new Set()) });
		const demandFreeName = ({ id, name }: Entity) => {
			for (const other of table(world).values())
				if (other.id !== id && other.name.toLowerCase() === name.toLowerCase())
					throw invalidInput('Name has already been taken');
		};

		addRoute(app, account, {
			method: 'GET',
			path: all,
			scope: `${scope}.read`,
			query: list.query,
			answer: ({ query }) => {
				const texts = (item: Item) => list.texts?.(item) ?? [item.name];
				const rows = sorted(table(world).values(), query.sort_by).filter(
					(item) =>
						matches(query.query, ...texts(item)) &&
						isOfTeams(item, query['team_ids[]']) &&
						(list.passes?.(item, query) ?? true),
				);
				const full = new Set(query['include[]']);
				const shown = (item: Item) => list.view?.(world, item, query) ?? view(world, item, full);
				return inTimeZone(page(plural, rows, query, shown), query.time_zone);
			},
		});

		if (get)
			addRoute(app, account, {
				method: 'GET',
				path: one,
				scope: `${scope}.read`,
				query: get.query,
				answer: ({ params, query }) => {
					const item = found(params);
					const shown = get.view?.(world, item, query) ?? view(world, item, new Set(query['include[]']));
					return inTimeZone({ [singular]: shown }, query.time_zone);
				},
			});

		if (create)
			addRoute(app, account, {
				method: 'POST',
				path: all,
				scope: `${scope}.write`,
				status: 201,
				body: create.body,
				answer: ({ body }) => {
					const item = create.make(world, world.ids.short(), body);
					demandFreeName(item);
					table(world).set(item.id, item);
					account.changed();
					return answer(item);
				},
			});

		if (update)
			addRoute(app, account, {
				method: 'PUT',
				path: one,
				scope: `${scope}.write`,
				body: update.body,
				answer: ({ params, body }) => {
					const item = found(params);
					const change = update.change(world, item, body);
					demandFreeName({ ...item, ...change });
					Object.assign(item, change);
					account.changed();
					return answer(item);
				},
			});

		if (remove)
			addRoute(app, account, {
				method: 'DELETE',
				path: one,
				scope: `${scope}.write`,
				status: 204,
				answer: ({ params }) => {
					const item = found(params);
					remove(world, item);
					table(world).delete(item.id);
					account.changed();
					return undefined;
				},
			});
	};
