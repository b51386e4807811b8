import type { IDataObject } from 'n8n-workflow';

import type { Path } from './path';

/** Values of a query by their names. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/** One request to PagerDuty's REST API, as operations describe it. */
export interface ApiRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly path: Path;
	/** Arrays are written `name[]=a&name[]=b` when the name ends in `[]`, else joined with commas. Undefined is left out. */
	readonly query?: Query;
	readonly body?: IDataObject;
	/** Set on writes that PagerDuty books on a user: `true` for the default, or that user's email. */
	readonly from?: true | string;
	/** Set where PagerDuty may do without that user: then none is no error. */
	readonly fromIsOptional?: true;
	/** Set where a success is no JSON object: a list, whose entries come as `rows`, at times nothing at all, or any of these. */
	readonly success?: 'list' | 'silent' | 'any';
	/** Whether it may be sent again after an unclear outcome. By default everything but POST. */
	readonly repeatable?: boolean;
	/** Set where somebody waits: the moment (`performance.now()`) after which no try is begun or waited for. */
	readonly deadline?: number;
}

/** A name of ours as PagerDuty writes it: `teamIds` is `team_ids`. */
export const wireName = (name: string): string =>
	name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Values by PagerDuty's names, without what is undefined. What lies deeper stays as it is. */
export const wire = (values: object): IDataObject =>
	Object.fromEntries(
		Object.entries(values)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [wireName(name), value as IDataObject[string]]),
	);

/** Values as a query: PagerDuty's names, lists as `name[]`. */
const queryOf = (values: Query): Query =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			wireName(name) + (Array.isArray(value) && !name.endsWith('[]') ? '[]' : ''),
			value,
		]),
	);

/** A request that reads. Its query may have our names for PagerDuty's. */
export const get = (path: Path, query: Query = {}) =>
	({ method: 'GET', path, query: queryOf(query) }) as const;

/** A request that adds something, or has something done. */
export const post = (path: Path, body: IDataObject) => ({ method: 'POST', path, body }) as const;

/** A request that sets something. */
export const put = (path: Path, body: IDataObject) => ({ method: 'PUT', path, body }) as const;

/** A request that takes something away; PagerDuty says nothing then, mostly with 204, at times with 200. */
export const del = (path: Path) => ({ method: 'DELETE', path, success: 'silent' }) as const;
