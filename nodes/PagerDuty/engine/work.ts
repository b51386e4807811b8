import type { IDataObject } from 'n8n-workflow';

import type { Credential } from '../api/credential';
import type { Run } from './connections';
import { namesOf } from './limits';
import type { ItemContext } from './operation';
import { readInput } from './read';
import { isToolCall, repeatKey } from './repeatKey';

/** One item of a write, and what has become of it so far. */
export interface Work {
	readonly item: number;
	/** As it was at the first try: `$now` in a field would make another note of it at the next one. */
	input: IDataObject;
	readonly context: ItemContext;
	/** What it acts with. Once it may have been sent, it is looked up and sent again with this and no other. */
	credential: Credential;
	/** When it was first sent such that it may have been taken, by `performance.now()`. */
	sentAt?: number;
	/** What it achieved. Such an item is never sent again. */
	done?: IDataObject[];
	/** The error of a try whose outcome nobody knows. */
	unclear?: Error;
}

const works = new WeakMap<object, Work>();

/**
 * The work of an item, as n8n's earlier tries at this node left it (Retry On Fail runs the whole node again). It is
 * forgotten together with the item, which n8n makes anew for each execution, node and round of a loop.
 *
 * @throws NodeOperationError when the item's input is wrong, UserError when its credential is
 */
export async function workOf({ host, operation, connections }: Run, item: number): Promise<Work> {
	const given = host.getInputData()[item];
	// For each try of a tool's call n8n wraps the arguments anew.
	const key: object = (isToolCall(host) ? given?.json : given) ?? {};
	const known = works.get(key);
	if (known) {
		if (!known.done && known.sentAt === undefined) known.credential = await connections.credentialOf(item);
		return known;
	}
	const { values, uncut } = readInput(host, operation, item);
	const credential = await connections.credentialOf(item);
	const context = { repeatKey: repeatKey(host, item), uncut };
	const work: Work = { item, input: values, credential, context };
	works.set(key, work);
	return work;
}

/**
 * Puts IDs into a work's input where it names something in another way. What has them already stays as it is.
 *
 * @throws NodeApiError or NodeOperationError when there is no such thing
 */
export async function prepare({ connections, operation }: Run, work: Work): Promise<void> {
	if (work.done !== undefined || !operation.prepare) return;
	work.input = await operation.prepare(await connections.open(work.credential), work.input);
}

/** What a work gives: its objects, and beside each what was shortened to send it. */
export function resultOf({ done = [], context: { uncut } }: Work): IDataObject[] {
	const names = namesOf(uncut);
	return names.length === 0 ? done : done.map((row) => ({ ...row, truncated_fields: names }));
}
