import type { IDataObject } from 'n8n-workflow';

import type { Credential } from '../../api/credential';
import type { Run } from '../connections';
import { contextOf } from '../contextOf';
import { namesOf } from '../input/limits';
import { readInput, type Input } from '../input/read';
import { needsIds, resolved } from '../input/resolved';
import type { ItemContext } from '../itemContext';
import { isToolCall } from './repeatKey';
import { countWrite } from './writeLimit';

/** The write of one item, and what has become of it so far. */
export interface PendingWrite {
	readonly item: number;
	/** As it was at the first try: `$now` in a field would make another note of it at the next one. */
	input: Input;
	readonly context: ItemContext;
	/** What it acts with. Once it may have been sent, it is looked up and sent again with this and no other. */
	credential: Credential;
	/** When it was first sent such that it may have been taken, by `performance.now()`. */
	sentAt?: number;
	/** Result of the successful try; once set, never resent. */
	done?: IDataObject[];
	/** The error of a try whose outcome nobody knows. */
	unclear?: Error;
}

const pending = new WeakMap<object, PendingWrite>();

/**
 * The write of an item, as n8n's earlier tries at this node left it (Retry On Fail runs the whole node again). It is
 * forgotten together with the item, which n8n makes anew for each execution, node and round of a loop.
 *
 * @throws NodeOperationError when the item's input is wrong, UserError when its credential is, or it is one too many
 */
export async function pendingWriteOf(
	{ host, operation, connections }: Run,
	item: number,
): Promise<PendingWrite> {
	const given = host.getInputData()[item];
	// For each try of a tool's call n8n wraps the arguments anew.
	const key: object = (isToolCall(host) ? given?.json : given) ?? {};
	const known = pending.get(key);
	if (known) {
		if (!known.done && known.sentAt === undefined)
			known.credential = await connections.credentialToWrite(item);
		return known;
	}
	const input = readInput(host, operation, item);
	countWrite(host, key, operation.changes?.(input.values) ?? 1, input.controls.maxWrites);
	const credential = await connections.credentialToWrite(item);
	const context = contextOf(host, item, input);
	const write: PendingWrite = { item, input, credential, context };
	pending.set(key, write);
	return write;
}

/**
 * Puts IDs into a write's input where it names something in another way. What has them already stays as it is.
 *
 * @throws NodeApiError or NodeOperationError when there is no such thing
 */
export async function resolveIds({ connections, operation }: Run, write: PendingWrite): Promise<void> {
	if (write.done !== undefined || !needsIds(operation, write.input.values)) return;
	const api = await connections.open(write.credential);
	write.input = { ...write.input, values: await resolved(api, operation, write.input.values) };
}

/** What a write gives: its objects, and beside each what was shortened to send it. */
export function resultOf({ done = [], context: { uncut } }: PendingWrite): IDataObject[] {
	const names = namesOf(uncut);
	return names.length === 0 ? done : done.map((row) => ({ ...row, truncated_fields: names }));
}
