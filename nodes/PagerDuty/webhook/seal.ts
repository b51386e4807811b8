import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { UserError } from 'n8n-workflow';

import { keyIn } from '../api/apiKey';
import { credentialType } from '../api/credential';
import { authenticationOf, type WatchHost } from './host';

/** What a node makes of its credential: readers of a workflow see its static data, and not this. */
export interface Seal {
	/** Encrypts the signing secret of one subscription, for this node only. */
	seal(subscriptionId: string, secret: string): string;
	/** @returns undefined for what another key, another node or another subscription sealed, or somebody changed */
	open(subscriptionId: string, sealed: string): string | undefined;
	/** See `badge.ts`. */
	readonly badge: string;
}

const version = 'v1.';
const cipher = 'aes-256-gcm';
const lengths = { key: 32, iv: 12, tag: 16, badge: 24 };

/** Derives everything from what stays the same in the credential: an OAuth access token is renewed all the time. */
export async function sealOf(host: WatchHost): Promise<Seal> {
	const authentication = authenticationOf(host);
	const credential = await host.getCredentials(credentialType(authentication));
	const material =
		authentication === 'token' ? keyIn(credential.apiToken) : String(credential.clientSecret ?? '').trim();
	// From nothing a key would follow that anybody can derive.
	if (material === '') throw new UserError('The PagerDuty credential holds no secret');
	const owner = [host.getWorkflow().id ?? '', host.getNode().id];
	const derive = (purpose: string, length: number) =>
		Buffer.from(
			hkdfSync('sha256', material, '', JSON.stringify(['n8n-nodes-pagerduty', purpose, ...owner]), length),
		);
	const key = derive('signing secret', lengths.key);
	const subject = (subscriptionId: string) => Buffer.from(JSON.stringify([...owner, subscriptionId]));
	return {
		badge: derive('badge', lengths.badge).toString('hex'),
		seal(subscriptionId, secret) {
			const iv = randomBytes(lengths.iv);
			const sealing = createCipheriv(cipher, key, iv).setAAD(subject(subscriptionId));
			const text = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
			return version + Buffer.concat([iv, sealing.getAuthTag(), text]).toString('base64url');
		},
		open(subscriptionId, sealed) {
			if (!sealed.startsWith(version)) return undefined;
			const bytes = Buffer.from(sealed.slice(version.length), 'base64url');
			const [iv, tag] = [bytes.subarray(0, lengths.iv), bytes.subarray(lengths.iv, lengths.iv + lengths.tag)];
			try {
				const opening = createDecipheriv(cipher, key, iv, { authTagLength: lengths.tag });
				opening.setAAD(subject(subscriptionId)).setAuthTag(tag);
				const text = opening.update(bytes.subarray(lengths.iv + lengths.tag));
				return Buffer.concat([text, opening.final()]).toString('utf8');
			} catch {
				return undefined;
			}
		},
	};
}
