import type { IDataObject } from 'n8n-workflow';

import type { Uncut } from './input/limits';
import type { LinkData } from './wait/link';

/** What an operation knows of the item it works on, besides its input. */
export interface ItemContext {
	/** The same whenever n8n repeats this item in this execution, and different for every other item anywhere. */
	readonly repeatKey: string;
	/** The time zone of the workflow, such as `Europe/Berlin`. */
	readonly timeZone: string;
	/** The texts that were longer than PagerDuty takes, in full. */
	readonly uncut: Uncut;
	/**
	 * The address of the page that answers this item's question; for operations that wait.
	 *
	 * @param question tells it from every other question of the execution: the `incident_key`
	 * @param linkData goes along, signed, to the steps after the answer
	 */
	answerLink(question: string, linkData: LinkData): string;
	/** Set where nobody knows what an earlier try at this item has done. */
	readonly unclear?: UnclearTry;
	/**
	 * Carries out one of several steps of a write, unless an earlier try at this item has: then its result is given. A step
	 * that failed is carried out again.
	 *
	 * @param name tells the step from the others of this item
	 */
	once(name: string, step: () => Promise<IDataObject>): Promise<IDataObject>;
}

/** A try at an item whose outcome nobody knows. */
export interface UnclearTry {
	/**
	 * When the item was first sent, by PagerDuty's clock, in milliseconds since 1970; at most two seconds early, never late.
	 *
	 * @throws UserError when no answer told PagerDuty's time
	 */
	sentSince(): number;
}

/** What a look-up knows of the item whose first try has an unknown outcome. */
export interface LookUpContext extends ItemContext, Pick<UnclearTry, 'sentSince'> {
	/** Whether an item of this execution got the object with this ID as its result. */
	isClaimed(id: unknown): boolean;
}
