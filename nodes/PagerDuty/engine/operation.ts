import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { Api } from '../api/client';
import type { ApiRequest } from '../api/request';
import type { ListShape } from '../api/list';
import { everyField, type Field } from '../fields/field';
import { withMaxWrites } from '../fields/maxWrites';
import type { InputOf } from './input/inputOf';
import type { ItemContext } from './itemContext';
import type { Waits } from './wait/waits';
import type { Repeat, RepeatByInput } from './write/repeat';

/** What n8n's dropdown shows for an operation or a resource. */
export interface Choice extends INodePropertyOptions {
	readonly value: string;
	readonly description: string;
}

/** What the operations of a resource share. */
export interface ResourceFacts {
	readonly option: Choice;
	/** The OAuth scope without its `.read` or `.write`: `incidents`. None where PagerDuty names none. */
	readonly scope?: string;
	/** Set where its operations use the Events API, with the credential for that. */
	readonly credential?: 'events';
	/** The property of PagerDuty's answers that holds one object: `incident`. */
	readonly one: string;
	/** The property of PagerDuty's answers that holds many: `incidents`. */
	readonly list: string;
	/** What `Simplify` keeps of an object, by PagerDuty's property names in this order. */
	readonly simple: readonly string[];
}

/** A resource of the node: its dropdown entry and its operations. */
export interface Resource extends ResourceFacts {
	readonly operations: readonly AnyOperation[];
}

/** Where in PagerDuty's answer the result lies. */
export type AnswerShape =
	/** The object under this property becomes one output item. */
	| { readonly one: string }
	/** The rows of this list become one output item each. `Return All` and `Limit` apply. */
	| ListShape
	/** All of it becomes the output item; it must have this property. */
	| { readonly whole: string }
	/** Nothing comes back; this becomes the output item. */
	| { readonly done: IDataObject };

/** PagerDuty changes many objects in one request; `n` items then cost ⌈n/max⌉ requests. */
export interface Bulk<Input> {
	readonly max: number;
	/** Whether an item changes what PagerDuty does not change in such a request. */
	alone?(input: Input): boolean;
	/** The ID that an item changes. Two items with one ID never share a request, so that their order counts. */
	id(input: Input): string;
	/** What stands in the address of the request: items share one only where this is the same. */
	place?(input: Input): string;
	/** The request for these items, all with one From user and one place. */
	request(inputs: Input[]): ApiRequest;
	/** The answer's property with the changed objects, found again by their ID. */
	readonly list: string;
}

/** Why an input cannot be used, where no single field is wrong. It finishes a sentence that begins with the field's label. */
export interface Conflict {
	/** The name of the field to change. */
	readonly field: string;
	readonly message: string;
}

/** What operations of all kinds say. */
interface Common<Input> {
	readonly of: ResourceFacts;
	readonly option: Choice & { readonly action: string };
	/** The form. What the fields hold is checked, and typed, by what they say. */
	readonly fields: readonly Field[];
	/** OAuth scopes in place of the resource's own; those that fields need for their look-ups come on top. */
	readonly scopes?: readonly string[];
	/** Finds what no field can say by itself, such as two that exclude each other. Look-ups of IDs come after it. */
	conflict?(input: Input): Conflict | undefined;
	/** Looks, right before a write, whether there is nothing to do for it; then the object found is its result. */
	needless?(api: Api, input: Input): Promise<IDataObject | undefined>;
	/** In place of the resource's own. */
	readonly answer?: Partial<ListShape> | Exclude<AnswerShape, ListShape>;
	readonly bulk?: Bulk<Input>;
	/** As how many changes an item counts towards Maximum Writes per Execution; one, if left out. */
	changes?(input: Input): number;
	/** Which rows of a list its user does not want, and PagerDuty cannot leave out: at most one. */
	omits?(input: Input): ((row: IDataObject) => boolean) | undefined;
	/** What is said of each object of the answer that PagerDuty does not say itself. */
	adds?(input: Input): IDataObject;
	/** In place of the resource's own. */
	readonly simple?: readonly string[];
	/** What Simplify keeps of the objects of other kinds that stand under these properties of the result. */
	readonly parts?: Readonly<Record<string, readonly string[]>>;
	/** In place of `request`, where one call is not enough. An object can come with files: `withFiles`. */
	run?(api: Api, input: Input, context: ItemContext): Promise<IDataObject | IDataObject[]>;
	/** Set where the workflow goes on only when a person has answered. */
	readonly waits?: Waits<Input>;
}

/** Only reads: its items go out side by side, and are repeated freely. */
interface Read<Input> {
	readonly repeat?: undefined;
	readonly effect?: undefined;
	request?(input: Input, context: ItemContext): ApiRequest & { readonly method: 'GET' };
}

/** Only reads, although PagerDuty wants it sent as a POST: analytics, previews. */
interface ReadByPost<Input> {
	readonly repeat?: undefined;
	readonly effect: 'read';
	request(input: Input, context: ItemContext): ApiRequest;
}

/** Changes something in PagerDuty: its items go out one after another, each once. */
interface Write<Input> {
	/** What happens when the outcome of a try is unknown. */
	readonly repeat: Repeat<Input> | RepeatByInput<Input>;
	readonly effect?: undefined;
	request?(input: Input, context: ItemContext): ApiRequest;
}

/**
 * One operation of the PagerDuty node as its file says it. It has `request`, or `run` where one call is not enough; what
 * it leaves out is its resource's.
 */
export type Definition<Fields extends readonly Field[]> = { readonly fields: Fields } & Common<
	InputOf<Fields>
> &
	(Read<InputOf<Fields>> | ReadByPost<InputOf<Fields>> | Write<InputOf<Fields>>);

/** All that the form, the documentation, the tests and the engine need to know of an operation. */
export type Operation<Input> = Omit<
	Common<Input> & Pick<Write<Input>, 'request'>,
	'answer' | 'scopes' | 'simple'
> & {
	readonly effect: 'read' | 'write';
	/** Whether it only reads although it is sent as a POST. */
	readonly readsByPost: boolean;
	readonly repeat?: Repeat<Input> | RepeatByInput<Input>;
	readonly answer: AnswerShape;
	/** All that it needs, those of its fields' look-ups included. */
	readonly scopes: readonly string[];
	readonly simple?: readonly string[];
	/** Whether PagerDuty books it on a user. */
	readonly hasFromUser: boolean;
};

export type AnyOperation = Operation<IDataObject>;

/** Completes an operation from its resource and its fields. */
export function defineOperation<const Fields extends Field[]>(
	definition: Definition<Fields>,
): Operation<InputOf<Fields>> {
	const { of: resource } = definition;
	const fields = definition.repeat ? withMaxWrites(definition.fields) : definition.fields;
	const answer = answerOf(definition);
	const every = everyField(fields);
	return {
		...definition,
		fields,
		effect: definition.repeat ? 'write' : 'read',
		readsByPost: definition.effect === 'read',
		answer,
		scopes: [
			...new Set([
				...(definition.scopes ?? ownScopes(definition)),
				...every.flatMap(({ resolve }) => resolve?.scopes ?? []),
			]),
		],
		// What we say ourselves is short enough, and what no field of the form simplifies stays as it is.
		simple:
			'done' in answer || !every.some(({ name }) => name === 'simplify')
				? undefined
				: (definition.simple ?? resource.simple),
		hasFromUser: every.some(({ name }) => name === 'fromEmail'),
	};
}

function ownScopes({ of: { scope }, repeat, needless }: Definition<Field[]>): string[] {
	if (scope === undefined) return [];
	if (!repeat) return [`${scope}.read`];
	return ('lookUp' in repeat && repeat.lookUp) || needless
		? [`${scope}.write`, `${scope}.read`]
		: [`${scope}.write`];
}

function answerOf({ of: resource, fields, answer = {} }: Definition<Field[]>): AnswerShape {
	if ('done' in answer || 'one' in answer || 'whole' in answer) return answer;
	const isList = 'list' in answer || fields.some(({ name }) => name === 'returnAll');
	return isList ? { list: resource.list, paging: 'offset', ...answer } : { one: resource.one };
}

/** Whether an operation changes something in PagerDuty. */
export const isWrite = ({ effect }: AnyOperation) => effect === 'write';
