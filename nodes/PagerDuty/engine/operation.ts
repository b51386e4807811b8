import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { z } from 'zod';

import type { Api, ApiRequest } from '../api/client';
import type { ListShape } from '../api/list';
import type { TextLimits, Uncut } from './limits';

/** What n8n's dropdown shows for an operation or a resource. */
export interface Choice extends INodePropertyOptions {
	readonly value: string;
	readonly description: string;
}

/** Where in PagerDuty's answer the result lies. */
export type AnswerShape =
	/** The object under this property becomes one output item. */
	| { readonly one: string }
	/** The rows of this list become one output item each. `Return All` and `Limit` apply. */
	| ListShape
	/** Nothing comes back; this becomes the output item. */
	| { readonly done: IDataObject };

/** What an operation knows of the item it works on, besides its input. */
export interface ItemContext {
	/** The same whenever n8n repeats this item in this execution, and different for every other item anywhere. */
	readonly repeatKey: string;
	/** The texts that were longer than PagerDuty takes, in full. */
	readonly uncut: Uncut;
}

/** What a look-up knows of the item whose first try has an unknown outcome. */
export interface LookUpContext extends ItemContext {
	/**
	 * When the item was first sent, by PagerDuty's clock, in milliseconds since 1970; at most two seconds early, never late.
	 *
	 * @throws UserError when no answer told PagerDuty's time
	 */
	sentSince(): number;
	/** Whether an item of this execution got the object with this ID as its result. */
	isGiven(id: unknown): boolean;
}

/** What happens to a write whose outcome nobody knows: its answer was lost, broken, or a server fault. */
export interface Repeat<Input> {
	/** Whether it is sent again. If not, its error says that the outcome is unknown. */
	readonly safe: boolean;
	/** The reason, for the table in docs/reliability.md. */
	readonly because: string;
	/**
	 * Looks for what earlier tries have done, before the next one.
	 *
	 * @returns the item's result, or undefined when PagerDuty has taken none of them
	 */
	lookUp?(api: Api, input: Input, context: LookUpContext): Promise<IDataObject | undefined>;
}

/** PagerDuty changes many objects in one request; `n` items then cost ⌈n/max⌉ requests. */
export interface Bulk<Input> {
	readonly max: number;
	/** Whether an item changes what PagerDuty does not change in such a request. */
	alone?(input: Input): boolean;
	/** The ID that an item changes. Two items with one ID never share a request, so that their order counts. */
	id(input: Input): string;
	/** The request for these items, all with one From user. */
	request(inputs: Input[]): ApiRequest;
	/** The answer's property with the changed objects, found again by their ID. */
	readonly list: string;
}

/**
 * One operation of the PagerDuty node: all that the form, the documentation, the tests and the run need to know.
 * It has either `request` and `answer`, or `run` where one call is not enough.
 */
export type Operation<Schema extends z.ZodTypeAny> = Form<Schema> & (Read | Write<Schema>);

interface Read {
	readonly scopes: ReadonlyArray<`${string}.read`>;
	readonly repeat?: undefined;
}

/** Its items run one after another, and it says what happens when the outcome of one is unknown. */
interface Write<Schema extends z.ZodTypeAny> {
	/** OAuth scopes that it needs, one of them for writing. */
	readonly scopes: ReadonlyArray<`${string}.read` | `${string}.write`>;
	readonly repeat: Repeat<z.output<Schema>>;
}

interface Form<Schema extends z.ZodTypeAny> {
	readonly option: Choice & { readonly action: string };
	readonly properties: readonly INodeProperties[];
	/** Checks the input: parameters by name, with the members of collections beside them. */
	readonly input: Schema;
	/** What PagerDuty takes of its texts; longer ones are shortened, unless the form's `ifTooLong` says otherwise. */
	readonly limits?: TextLimits;
	/** Text fields in which an object is written out line by line instead of being refused. */
	readonly objectsAsText?: readonly string[];
	/** Puts IDs where the input names something in another way that PagerDuty does not take: a number, an email. */
	prepare?(api: Api, input: z.output<Schema>): Promise<z.output<Schema>>;
	/** Looks, right before a write, whether there is nothing to do for it; then the object found is its result. */
	needless?(api: Api, input: z.output<Schema>): Promise<IDataObject | undefined>;
	request?(input: z.output<Schema>, context: ItemContext): ApiRequest;
	readonly answer?: AnswerShape;
	run?(api: Api, input: z.output<Schema>, context: ItemContext): Promise<IDataObject | IDataObject[]>;
	readonly bulk?: Bulk<z.output<Schema>>;
	/** Which rows of a list its user does not want, and PagerDuty cannot leave out: at most one. */
	omits?(input: z.output<Schema>): ((row: IDataObject) => boolean) | undefined;
	/** What is said of each object of the answer that PagerDuty does not say itself. */
	adds?(input: z.output<Schema>): IDataObject;
	/** What `Simplify` keeps of an object, by PagerDuty's property names in this order. */
	readonly simple?: readonly string[];
}

export type AnyOperation = Operation<z.ZodTypeAny>;

/** A resource of the node: its dropdown entry and its operations. */
export interface Resource {
	readonly option: Choice;
	readonly operations: readonly AnyOperation[];
}

/** Names the type of an operation's input once, so that `request`, `run` and `bulk` follow from `input`. */
export function defineOperation<Schema extends z.ZodTypeAny>(
	operation: Operation<Schema>,
): Operation<Schema> {
	return operation;
}

/** Whether an operation changes something in PagerDuty. */
export const isWrite = (operation: AnyOperation) => operation.repeat !== undefined;
