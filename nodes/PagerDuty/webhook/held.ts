import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { noteBadge } from './badge';
import { isLive, nodeOf, type WatchHost } from './host';
import { sealOf, type Seal } from './seal';

/** What we hold of one subscription of ours. PagerDuty tells the secret once only, so it can be lost. */
export interface Held {
	readonly id: string;
	readonly secret?: string;
	/** The secret as static data keeps it. */
	readonly sealed?: string;
	/** Since when, in milliseconds since 1970. Sealing it anew makes it no younger. */
	readonly since?: number;
}

/** Where a node's subscriptions are written down. */
export interface Shelf {
	/** The node's static data, which n8n saves after an activation and after a delivery. */
	readonly data: IDataObject;
	/** Set for what is live: this process remembers it as well. Test runs keep what they have to themselves. */
	readonly node?: string;
	/** The subscriptions by the key of what they watch. */
	held: ReadonlyMap<string, Held>;
	/** Why sealed secrets could not be opened: nobody knows whether they are lost. */
	readonly trouble?: unknown;
}

const shape = z.object({
	id: z.string().min(1),
	// Only earlier versions of this package left secrets unsealed.
	secret: z.string().min(1).optional().catch(undefined),
	sealed: z.string().min(1).optional().catch(undefined),
	since: z.number().optional().catch(undefined),
});

/**
 * What this process knows of its nodes' subscriptions. n8n saves static data as one piece and the last writer wins, be
 * it an execution that began an hour ago: a fresh secret would be lost with the next event. It also spares reading the
 * credential with each delivery.
 */
const known = new Map<string, { readonly at: number; readonly held: ReadonlyMap<string, Held> }>();

/** The shelf of a node, with the newer of what is saved and what this process knows. Never fails: see `trouble`. */
export async function openShelf(host: WatchHost): Promise<Shelf> {
	const data = host.getWorkflowStaticData('node');
	const node = isLive(host) ? nodeOf(host) : undefined;
	const at = changedAt(data);
	const ours = node === undefined ? undefined : known.get(node);
	if (ours && ours.at > 0 && ours.at >= at) {
		const shelf = { data, node, held: ours.held };
		if (ours.at > at) write(shelf, ours.at);
		return shelf;
	}
	// What this process opened once it need not open again, and may know longer than the credential has its key.
	const opened = new Map([...(ours?.held.values() ?? [])].map(({ sealed, secret }) => [sealed, secret]));
	const saved = mapped(savedIn(data), (each) => ({
		...each,
		secret: each.secret ?? opened.get(each.sealed),
	}));
	const isOpen = [...saved.values()].every(
		({ secret, sealed }) => secret !== undefined || sealed === undefined,
	);
	if (isOpen) return remember({ data, node, held: saved }, at);
	try {
		const { open } = await sealOf(host);
		const held = mapped(saved, (each) => ({
			...each,
			secret: each.secret ?? (each.sealed === undefined ? undefined : open(each.id, each.sealed)),
		}));
		return remember({ data, node, held }, at);
	} catch (trouble) {
		return { data, node, held: saved, trouble };
	}
}

/** All secrets that we hold. @throws when it cannot be known now */
export async function heldSecrets(host: WatchHost): Promise<string[]> {
	const { held, trouble } = await openShelf(host);
	if (trouble !== undefined) throw trouble;
	return [...held.values()].flatMap(({ secret }) => secret ?? []);
}

/** Without its secret a subscription is none: nothing that it sends can be trusted. */
export const isWhole = (held: Held | undefined): held is Held & { secret: string } =>
	held?.secret !== undefined;

/** @param seal left out when there is no secret to keep */
export function keep(shelf: Shelf, key: string, { id, secret }: Held, seal?: Seal): void {
	const sealed = secret === undefined ? undefined : seal?.seal(id, secret);
	shelf.held = new Map([...shelf.held, [key, { id, secret, sealed, since: Date.now() }]]);
	write(shelf);
}

/** Forgets what has none of these keys. */
export function retain(shelf: Shelf, keys: (key: string) => boolean): void {
	const left = [...shelf.held].filter(([key]) => keys(key));
	if (left.length === shelf.held.size) return;
	shelf.held = new Map(left);
	write(shelf);
}

/** Whether a secret is kept that this key does not open: it was left unsealed, or the credential got another key since. */
export const isOutdated = ({ held }: Shelf, { open }: Seal) =>
	[...held.values()].some(
		({ id, secret, sealed }) => secret !== undefined && (sealed === undefined || open(id, sealed) !== secret),
	);

/** Seals all secrets with the credential as it is now. Whoever calls it has n8n save static data. */
export function sealAnew(shelf: Shelf, seal: Seal): void {
	noteBadge(shelf.data, seal.badge);
	if (!isOutdated(shelf, seal)) return;
	shelf.held = mapped(shelf.held, (each) =>
		each.secret === undefined ? each : { ...each, sealed: seal.seal(each.id, each.secret) },
	);
	write(shelf);
}

/** Ends what this process knows of a node that is live no more. */
export const forgetNode = (node: string) => known.delete(node);

/** What static data says. What cannot be read is not there. */
function savedIn(data: IDataObject): Map<string, Held> {
	const entries = z.record(z.unknown()).catch({}).parse(data.subscriptions);
	return new Map(
		Object.entries(entries).flatMap(([key, value]) => {
			const held = shape.safeParse(value);
			return held.success ? [[key, { ...held.data, since: held.data.since ?? changedAt(data) }]] : [];
		}),
	);
}

const mapped = (held: ReadonlyMap<string, Held>, change: (each: Held) => Held) =>
	new Map([...held].map(([key, each]) => [key, change(each)]));

function write(shelf: Shelf, at = later(changedAt(shelf.data))): void {
	// A new object each time: n8n sees that static data changed by an assignment to one of its properties.
	shelf.data.subscriptions = Object.fromEntries(
		[...shelf.held].map(([key, { id, secret, sealed, since = 0 }]) => [
			key,
			{ id, since, ...(sealed !== undefined ? { sealed } : secret !== undefined ? { secret } : {}) },
		]),
	);
	shelf.data.subscriptionsChangedAt = at;
	remember(shelf, at);
}

function remember(shelf: Shelf, at: number): Shelf {
	if (shelf.node !== undefined) known.set(shelf.node, { at, held: shelf.held });
	return shelf;
}

/** When the subscriptions changed last, in milliseconds. */
const changedAt = ({ subscriptionsChangedAt: at }: IDataObject) => (typeof at === 'number' ? at : 0);

const later = (than: number) => Math.max(Date.now(), than + 1);
