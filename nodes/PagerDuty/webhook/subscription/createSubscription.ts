import { NodeOperationError, sleep } from 'n8n-workflow';

import { isOutcomeUnknown } from '../../api/errors';
import type { DesiredSubscription } from '../form/scope';
import { postSubscription, type Subscription } from './api';
import { deleteLeftovers } from './leftovers';
import { explainLimit } from './limit';
import type { Session } from './plan';
import { noteOriginToken, originHeader } from './secrets/originToken';

/** So often a creation is attempted while its outcome is unknown. */
const attempts = 3;
/** Milliseconds before the next attempt, times the attempts so far. */
const pause = 500;

/** Creates one subscription and stores its ID and secret. @throws when PagerDuty refuses it, or does not tell the secret */
export async function createSubscription(session: Session, desired: DesiredSubscription): Promise<void> {
	const { id, delivery_method } = await createOnce(session, desired);
	const { secret } = delivery_method;
	// Stored before anything else can fail. Without its secret the next comparison has it deleted.
	session.store.put(desired.key, { id, ...(secret ? { secret } : {}) }, session.cipher);
	if (secret) return;
	throw new NodeOperationError(session.host.getNode(), 'PagerDuty did not tell the signing secret', {
		description:
			'Its events could not be told from forged ones, so the new webhook subscription was deleted again. Try once more, or set Subscription to Manual and enter the secret yourself.',
	});
}

/** A creation must not simply be repeated: what an attempt of unknown outcome may have created is deleted first. */
async function createOnce(session: Session, desired: DesiredSubscription): Promise<Subscription> {
	const { url, events, description } = session;
	noteOriginToken(session.store.data, session.cipher.originToken);
	const custom_headers = [{ name: originHeader, value: session.cipher.originToken }];
	const delivery_method = { type: 'http_delivery_method', url, custom_headers };
	for (let attempt = 1; ; attempt++) {
		const created = await postSubscription(session.api, {
			delivery_method,
			description,
			events: [...events],
			filter: desired.filter,
		}).catch(async (error: unknown) => {
			if (attempt >= attempts || !isOutcomeUnknown(error)) throw await explainLimit(session, desired, error);
			await sleep(pause * attempt);
			// Where nothing can be deleted, the person must learn that something may be left.
			const deletion = await deleteLeftovers(session).catch(() => undefined);
			if (deletion === undefined || deletion.errors.length > 0) throw error;
		});
		if (created) return created;
	}
}
