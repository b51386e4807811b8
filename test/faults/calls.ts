import type { Sandbox } from '../../sandbox';
import type { Desk } from '../support/operations/desk';

/** Something that n8n does with PagerDuty: an operation of the node, or a call in the life of a trigger. */
export interface Call {
	/** `incident: create` */
	readonly title: string;
	/** OAuth scopes that an error about rights must name. */
	readonly scopes: readonly string[];
	/** Prepares the stand-in, undisturbed, and gives back what is then done. That throws n8n's error. */
	begin(stage: Stage): Promise<() => Promise<unknown>>;
	/** The request that matters, and how many like it come first; all of them where none is named. */
	readonly request?: { readonly line: string; readonly earlier?: number };
	/** Set where PagerDuty refuses that request for a reason of its own. Whether it was taken is then never unclear. */
	readonly isRefused?: true;
	/** Set where it is signed with an integration key, whatever the node's Authentication says. */
	readonly integrationKey?: true;
	/** Set where what is sent twice is written down twice, and does nothing else. */
	readonly logsRepeats?: true;
	/** Set where any object is an answer. */
	readonly takesAnyObject?: true;
	/** How many of its requests are under way at once; one, unless said otherwise. */
	readonly atOnce?: number;
	/** How many parts it has that are tried though others failed, each for itself; one, unless said otherwise. */
	readonly parts?: number;
	/** Set where it only reads, whatever its method. */
	readonly reads?: true;
	/** Set where it is never sent again once nobody knows its outcome. */
	readonly once?: true;
	/** What must hold once it went well, where the call does not prove it itself. One that failed is done again before, undisturbed. */
	proof?(): Promise<void>;
	/** The title of a call of the same class, which every trouble strikes: this one meets a handful, and must fare as that one. */
	readonly like?: string;
	/** Clears away what `begin` opened. */
	end?(): Promise<void>;
}

/** A failure that a person does not get to see as the node's error, in the words in which it is shown. */
export class Told extends Error {
	override name = 'NodeApiError';

	constructor(
		message: string,
		readonly description: string,
		/** Of a call with many items: how many there are. All of them failed in these words. */
		readonly items?: number,
	) {
		super(message);
	}
}

export interface Stage {
	readonly desk: Desk;
	readonly authentication: 'token' | 'oAuth2';
}

/** How much there is of all that must not be doubled. */
export function countsOf(sandbox: Sandbox) {
	const incidents = sandbox.incidents();
	const all = (rows: (id: string) => readonly unknown[]) =>
		incidents.reduce((sum, { id }) => sum + rows(id).length, 0);
	return {
		incidents: incidents.length,
		notes: all((id) => sandbox.notes(id)),
		logEntries: all((id) => sandbox.log(id)),
		subscriptions: sandbox.subscriptions().length,
	};
}
