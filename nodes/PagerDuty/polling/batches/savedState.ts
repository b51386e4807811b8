import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { thisProcess } from './unconfirmedBatch';

/** What a source keeps between two polls, as JSON. */
export type State = IDataObject;

/** What one poll found. */
export interface Batch {
	/** In the order in which they happened. Each has an `id` that stays the same when it is emitted again. */
	readonly items: IDataObject[];
	/** What to keep once the items are emitted. */
	readonly state: State;
	/** With this, the source finds the same items again: see `Source.read`. */
	readonly replay: State;
}

/** What is in static data. The saved `replay` is null when the last poll found nothing. */
interface Saved {
	readonly state: State | undefined;
	readonly replay: State | undefined;
	/** The process that emitted the last batch. */
	readonly emittedBy: unknown;
}

// The keys in static data are older than the words used here. They stay, because workflows already hold them.

/** Whether the node was never polled, with any source. */
export const isFirstPoll = (host: IPollFunctions): boolean =>
	host.getWorkflowStaticData('node').memory === undefined;

/** What the last poll of a source saved. The state of another source says nothing about this one and is not read. */
export function load(host: IPollFunctions, source: string): Saved {
	const data = host.getWorkflowStaticData('node');
	const read = (value: unknown) => (data.source === source && isObject(value) ? value : undefined);
	return { state: read(data.memory), replay: read(data.again), emittedBy: data.givenBy };
}

/** Puts a batch into static data. n8n writes that to its database when the poll returns items. */
export function save(host: IPollFunctions, source: string, { items, state, replay }: Batch): void {
	// Copied: n8n watches what stands in static data, and what follows the trigger may change the items.
	const saved = deepCopy({ source, memory: state, again: items.length > 0 ? replay : null });
	Object.assign(host.getWorkflowStaticData('node'), saved, { givenBy: thisProcess });
}
