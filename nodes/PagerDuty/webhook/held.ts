import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isLive, nodeOf, type WatchHost } from './host';

/** What we hold of one subscription of ours. PagerDuty tells the secret once only, so it can be lost. */
export interface Held {
	readonly id: string;
	readonly secret?: string;
}

/** Where a node's subscriptions are written down. */
export interface Shelf {
	/** The node's static data, which n8n saves after an activation and after a delivery. */
	readonly data: IDataObject;
	/** Set for what is live: this process remembers it as well. Test runs keep what they have to themselves. */
	readonly node?: string;
}

const shape = z.object({
	id: z.string().min(1),
	secret: z.string().min(1).optional().catch(undefined),
});

/**
 * What this process knows of its nodes' subscriptions. n8n saves static data as one piece and the last writer wins, be
 * it an execution that began an hour ago: a fresh secret would be lost with the next event.
 */
const known = new Map<string, { readonly at: number; readonly held: Map<string, Held> }>();

/** The shelf of a node, with the newer of what is saved and what this process knows. */
export function shelfOf(host: WatchHost): Shelf {
	const data = host.getWorkflowStaticData('node');
	if (!isLive(host)) return { data };
	const node = nodeOf(host);
	const ours = known.get(node);
	if (ours && ours.at > changedAt(data)) write({ data }, ours.held, ours.at);
	else known.set(node, { at: changedAt(data), held: heldIn(data) });
	return { data, node };
}

/** The trigger's subscriptions by the key of their filter, from its static data. What cannot be read is not there. */
export function heldIn(data: IDataObject): Map<string, Held> {
	const entries = z.record(z.unknown()).catch({}).parse(data.subscriptions);
	return new Map(
		Object.entries(entries).flatMap(([key, value]) => {
			const held = shape.safeParse(value);
			return held.success ? [[key, held.data]] : [];
		}),
	);
}

/** All secrets that we hold. Asked for with each delivery, so what was read once is not read again. */
export function heldSecrets(host: WatchHost): string[] {
	const { data, node } = shelfOf(host);
	const held = (node === undefined ? undefined : known.get(node)?.held) ?? heldIn(data);
	return [...held.values()].flatMap(({ secret }) => secret ?? []);
}

export function keep(shelf: Shelf, key: string, held: Held): void {
	write(shelf, heldIn(shelf.data).set(key, held));
}

export function forget(shelf: Shelf, key: string): void {
	const left = heldIn(shelf.data);
	left.delete(key);
	write(shelf, left);
}

/** Ends what this process knows of a node that is live no more. */
export const forgetNode = (node: string) => known.delete(node);

function write({ data, node }: Shelf, held: Map<string, Held>, at = later(changedAt(data))): void {
	// A new object each time: n8n sees that static data changed by an assignment to one of its properties.
	data.subscriptions = Object.fromEntries([...held].map(([key, each]) => [key, { ...each }]));
	data.subscriptionsChangedAt = at;
	if (node !== undefined) known.set(node, { at, held });
}

/** When the subscriptions changed last, in milliseconds. */
export const changedAt = ({ subscriptionsChangedAt: at }: IDataObject) => (typeof at === 'number' ? at : 0);

const later = (than: number) => Math.max(Date.now(), than + 1);
