import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { nodeKey } from '../../host/nodeKey';
import { isLive, type TriggerHost } from '../host';
import { cipherOf, type SecretCipher } from './secrets/cipher';
import { noteOriginToken } from './secrets/originToken';

/** What is stored of one subscription. PagerDuty tells the secret only when it creates one, so it can be lost. */
export interface StoredSubscription {
	readonly id: string;
	readonly secret?: string;
	/** The encrypted secret, as it stands in static data. */
	readonly sealed?: string;
	/** Since when the secret is stored, in milliseconds since 1970. Encrypting it anew does not change that. */
	readonly since?: number;
}

/** Stored subscriptions by the key of what they were made for ({@link DesiredSubscription}). */
export type StoredSubscriptions = ReadonlyMap<string, StoredSubscription>;

const shape = z.object({
	id: z.string().min(1),
	// Only earlier versions of this package left secrets in plain text.
	secret: z.string().min(1).optional().catch(undefined),
	sealed: z.string().min(1).optional().catch(undefined),
	since: z.number().optional().catch(undefined),
});

/**
 * What this process knows of its nodes' subscriptions, and when that changed. n8n saves static data as one piece and the
 * last writer wins, even an execution that began an hour ago: a new secret would be lost with the next event. It also
 * saves reading the credential with each delivery.
 */
const inProcess = new Map<string, { readonly at: number; readonly entries: StoredSubscriptions }>();

/** A node's subscriptions as this n8n remembers them, in static data and in this process. */
export class SubscriptionStore {
	/** @param unreadable why secrets could not be decrypted, so that nobody knows whether they are lost */
	private constructor(
		/** The node's static data, which n8n saves after an activation and after a delivery. */
		readonly data: IDataObject,
		/** Set when live: then this process remembers it too. Test runs keep what they have to themselves. */
		private readonly node: string | undefined,
		private stored: StoredSubscriptions,
		readonly unreadable?: unknown,
	) {}

	/** Opens the newer of what is saved and what this process knows. Never fails: see `unreadable`. */
	static async open(host: TriggerHost): Promise<SubscriptionStore> {
		const data = host.getWorkflowStaticData('node');
		const node = isLive(host) ? nodeKey(host) : undefined;
		const at = changedAt(data);
		const known = node === undefined ? undefined : inProcess.get(node);
		if (known && known.at > 0 && known.at >= at) {
			const store = new SubscriptionStore(data, node, known.entries);
			if (known.at > at) store.write(known.entries, known.at);
			return store;
		}
		// What this process decrypted once it need not decrypt again, and may no longer be able to: the credential can
		// have got another key.
		const decrypted = new Map(
			[...(known?.entries.values() ?? [])].map(({ sealed, secret }) => [sealed, secret]),
		);
		const saved = mapped(savedIn(data), (each) => ({
			...each,
			secret: each.secret ?? decrypted.get(each.sealed),
		}));
		const isComplete = [...saved.values()].every(
			({ secret, sealed }) => secret !== undefined || sealed === undefined,
		);
		if (isComplete) return new SubscriptionStore(data, node, saved).rememberedAt(at);
		try {
			const { decrypt } = await cipherOf(host);
			const entries = mapped(saved, (each) => ({
				...each,
				secret: each.secret ?? (each.sealed === undefined ? undefined : decrypt(each.id, each.sealed)),
			}));
			return new SubscriptionStore(data, node, entries).rememberedAt(at);
		} catch (error) {
			return new SubscriptionStore(data, node, saved, error);
		}
	}

	/** The subscriptions, as they are now. */
	get entries(): StoredSubscriptions {
		return this.stored;
	}

	/** @param cipher left out when there is no secret to keep */
	put(key: string, { id, secret }: StoredSubscription, cipher?: SecretCipher): void {
		const sealed = secret === undefined ? undefined : cipher?.encrypt(id, secret);
		this.write(new Map([...this.stored, [key, { id, secret, sealed, since: Date.now() }]]));
	}

	/** Forgets the subscriptions whose key is not to be kept. */
	retain(isKept: (key: string) => boolean): void {
		const kept = [...this.stored].filter(([key]) => isKept(key));
		if (kept.length < this.stored.size) this.write(new Map(kept));
	}

	/** Whether a secret is stored that this key does not decrypt: it is in plain text, or the credential got another key. */
	isOutdated({ decrypt }: SecretCipher): boolean {
		return [...this.stored.values()].some(
			({ id, secret, sealed }) =>
				secret !== undefined && (sealed === undefined || decrypt(id, sealed) !== secret),
		);
	}

	/** Encrypts all secrets with the credential as it is now. The caller sees to it that n8n saves static data. */
	encryptAnew(cipher: SecretCipher): void {
		noteOriginToken(this.data, cipher.originToken);
		if (!this.isOutdated(cipher)) return;
		this.write(
			mapped(this.stored, (each) =>
				each.secret === undefined ? each : { ...each, sealed: cipher.encrypt(each.id, each.secret) },
			),
		);
	}

	/** {@link encryptAnew}, unless the credential cannot be read: whatever comes next needs it too, and says so. */
	async tryEncryptAnew(host: TriggerHost): Promise<void> {
		const cipher = await cipherOf(host).catch(() => undefined);
		if (cipher) this.encryptAnew(cipher);
	}

	private write(entries: StoredSubscriptions, at = Math.max(Date.now(), changedAt(this.data) + 1)): void {
		this.stored = entries;
		// A new object each time, because n8n notices changes of static data by assignments to its properties.
		this.data.subscriptions = Object.fromEntries(
			[...entries].map(([key, { id, secret, sealed, since = 0 }]) => [
				key,
				{ id, since, ...(sealed !== undefined ? { sealed } : secret !== undefined ? { secret } : {}) },
			]),
		);
		this.data.subscriptionsChangedAt = at;
		this.rememberedAt(at);
	}

	private rememberedAt(at: number): this {
		if (this.node !== undefined) inProcess.set(this.node, { at, entries: this.stored });
		return this;
	}
}

/** All secrets that signatures may be made with. @throws when the credential cannot be read to decrypt them */
export async function storedSecrets(host: TriggerHost): Promise<string[]> {
	const { entries, unreadable } = await SubscriptionStore.open(host);
	if (unreadable !== undefined) throw unreadable;
	return [...entries.values()].flatMap(({ secret }) => secret ?? []);
}

/** Without its secret a subscription is of no use: nothing that it sends can be verified. */
export const hasSecret = (
	stored: StoredSubscription | undefined,
): stored is StoredSubscription & { secret: string } => stored?.secret !== undefined;

/** Ends what this process knows of a node that is live no more. */
export const forgetNode = (node: string) => inProcess.delete(node);

/** What static data holds. Entries that cannot be read count as missing. */
function savedIn(data: IDataObject): StoredSubscriptions {
	const entries = z.record(z.unknown()).catch({}).parse(data.subscriptions);
	return new Map(
		Object.entries(entries).flatMap(([key, value]) => {
			const stored = shape.safeParse(value);
			return stored.success ? [[key, { ...stored.data, since: stored.data.since ?? changedAt(data) }]] : [];
		}),
	);
}

const mapped = (
	entries: StoredSubscriptions,
	change: (each: StoredSubscription) => StoredSubscription,
): StoredSubscriptions => new Map([...entries].map(([key, each]) => [key, change(each)]));

/** When the subscriptions in static data changed last, in milliseconds since 1970. */
const changedAt = ({ subscriptionsChangedAt: at }: IDataObject) => (typeof at === 'number' ? at : 0);
