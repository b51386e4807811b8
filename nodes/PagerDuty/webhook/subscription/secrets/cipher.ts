import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { UserError } from 'n8n-workflow';

import { keyIn } from '../../../api/apiKey';
import { credentialType } from '../../../api/credential';
import { authenticationOf, type TriggerHost } from '../../host';

/** What is derived from a node's credential, because everybody who may read a workflow sees its static data. */
export interface SecretCipher {
	/** Encrypts the signing secret of one subscription, for this node only. */
	encrypt(subscriptionId: string, secret: string): string;
	/** @returns undefined for what was encrypted with another key, for another node or another subscription, or altered */
	decrypt(subscriptionId: string, encrypted: string): string | undefined;
	/** See `originToken.ts`. */
	readonly originToken: string;
}

const version = 'v1.';
const algorithm = 'aes-256-gcm';
/** In bytes. */
const lengths = { key: 32, iv: 12, tag: 16, originToken: 24 };

/**
 * Derives the key from the part of the credential that stays the same: an OAuth access token is renewed all the time.
 *
 * @throws an error when the credential cannot be read or holds no secret
 */
export async function cipherOf(host: TriggerHost): Promise<SecretCipher> {
	const authentication = authenticationOf(host);
	const credential = await host.getCredentials(credentialType(authentication));
	const material =
		authentication === 'token' ? keyIn(credential.apiToken) : String(credential.clientSecret ?? '').trim();
	// A key derived from an empty text could be derived by anybody.
	if (material === '') throw new UserError('The PagerDuty credential holds no secret');
	const owner = [host.getWorkflow().id ?? '', host.getNode().id];
	const derive = (purpose: string, length: number) =>
		Buffer.from(
			hkdfSync('sha256', material, '', JSON.stringify(['n8n-nodes-pagerduty', purpose, ...owner]), length),
		);
	const key = derive('signing secret', lengths.key);
	const authenticated = (subscriptionId: string) => Buffer.from(JSON.stringify([...owner, subscriptionId]));
	return {
		// The purpose keeps its earlier name: subscriptions in PagerDuty carry what was derived with it.
		originToken: derive('badge', lengths.originToken).toString('hex'),
		encrypt(subscriptionId, secret) {
			const iv = randomBytes(lengths.iv);
			const cipher = createCipheriv(algorithm, key, iv).setAAD(authenticated(subscriptionId));
			const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
			return version + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
		},
		decrypt(subscriptionId, encrypted) {
			if (!encrypted.startsWith(version)) return undefined;
			const bytes = Buffer.from(encrypted.slice(version.length), 'base64url');
			const [iv, tag] = [bytes.subarray(0, lengths.iv), bytes.subarray(lengths.iv, lengths.iv + lengths.tag)];
			try {
				const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: lengths.tag });
				decipher.setAAD(authenticated(subscriptionId)).setAuthTag(tag);
				const text = decipher.update(bytes.subarray(lengths.iv + lengths.tag));
				return Buffer.concat([text, decipher.final()]).toString('utf8');
			} catch {
				return undefined;
			}
		},
	};
}
