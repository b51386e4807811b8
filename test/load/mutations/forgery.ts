import type { Roll } from '../../support/dice';
import type { Delivery } from './delivery';

/** Secrets that PagerDuty signs with, or once did, and never for this delivery. */
export interface Secrets {
	/** The one that is good here. */
	readonly live: string;
	/** Of a subscription that this workflow had before. */
	readonly old: string;
	readonly ofAnotherWorkflow: string;
	readonly ofAnotherAccount: string;
	/** Of the subscription, which is no secret. */
	readonly subscriptionId: string;
	/** The key that the subscription was made with. */
	readonly apiToken: string;
}

/** Turns a good delivery into one that PagerDuty never sent like this. */
export type Forge = (good: Delivery, roll: Roll, secrets: Secrets) => Delivery;

/** Forgeries of one sort by what is done. */
export type Forgeries = Readonly<Record<string, Forge>>;
