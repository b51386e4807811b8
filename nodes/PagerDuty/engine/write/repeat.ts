import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import type { LookUpContext } from '../itemContext';

/** What happens to a write whose outcome nobody knows: its answer was lost, broken, or a server fault. */
export interface Repeat<Input> {
	/** Whether it is sent again. If not, its error says that the outcome is unknown. */
	readonly safe: boolean;
	/** The reason, for the table in docs/reliability.md. */
	readonly because: string;
	/** HTTP statuses that mean, after an unclear try, that the try has done it. */
	readonly goneIsDone?: readonly string[];
	/**
	 * Looks for what earlier tries have done, before the next one.
	 *
	 * @returns the item's result, or undefined when PagerDuty has taken none of them
	 */
	lookUp?(api: Api, input: Input, context: LookUpContext): Promise<IDataObject | undefined>;
}

/** Where it depends on the input what happens to a write whose outcome nobody knows, or whether it is a write at all. */
export interface RepeatByInput<Input> {
	/** The reason, for the table in docs/reliability.md. */
	readonly because: string;
	/** @returns undefined for what only reads */
	of(input: Input): Repeat<Input> | undefined;
}

/** How an input is repeated; undefined for what only reads. */
export const repeatOf = <Input>(
	repeat: Repeat<Input> | RepeatByInput<Input> | undefined,
	input: Input,
): Repeat<Input> | undefined => (repeat !== undefined && 'of' in repeat ? repeat.of(input) : repeat);

/** For what sets an object to a state: most PUTs. */
export const setAgain = {
	safe: true,
	because: 'Setting the same once more changes nothing',
} as const satisfies Repeat<never>;

/** For DELETEs. */
export const deletedAgain = {
	safe: true,
	because: 'What the first try deleted is gone, and counts as deleted',
	goneIsDone: ['404'],
} as const satisfies Repeat<never>;

/** For DELETEs that end what has begun: PagerDuty refuses to delete what is over, with 400. */
export const endedAgain = {
	safe: true,
	because: 'What the first try deleted is gone, and what it ended is over: both count as deleted',
	goneIsDone: ['404', '400'],
} as const satisfies Repeat<never>;

/** For what leaves no trace by which an earlier try could be found. @param because why there is none */
export const notAgain = (because: string): Repeat<never> => ({ safe: false, because });

/** For what PagerDuty tells apart by a key in it. */
export const sameKeyAgain = {
	safe: true,
	because: 'What has the same key joins what the first try made',
} as const satisfies Repeat<never>;
