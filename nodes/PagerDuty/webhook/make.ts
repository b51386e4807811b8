import { NodeOperationError, sleep } from 'n8n-workflow';

import { isOutcomeUnknown } from '../api/errors';
import { badgeHeader, noteBadge } from './badge';
import { keep } from './held';
import { explainLimit } from './limit';
import type { Wanted } from './scope';
import { createSubscription, type Subscription } from './subscriptionApi';
import { sweep } from './sweep';
import type { Watch } from './watch';

/** How often a creation is tried whose outcome nobody knows. */
const tries = 3;
/** Milliseconds before the next try, times the tries so far. */
const pause = 500;

/** Makes one subscription and keeps its ID and secret. @throws when PagerDuty refuses it, or does not tell the secret */
export async function make(watch: Watch, wanted: Wanted): Promise<void> {
	const { id, delivery_method } = await createOnce(watch, wanted);
	const { secret } = delivery_method;
	// Kept before anything else can fail. Without its secret it is deleted by whoever looks next.
	keep(watch, wanted.key, { id, ...(secret ? { secret } : {}) }, watch.seal);
	if (secret) return;
	throw new NodeOperationError(watch.host.getNode(), 'PagerDuty did not tell the signing secret', {
		description:
			'Its events could not be told from forged ones, so the new webhook subscription was deleted again. Try once more, or set Subscription to Manual and enter the secret yourself.',
	});
}

/** Creating cannot be repeated blindly: what may have come of an unclear try is swept away first. */
async function createOnce(watch: Watch, wanted: Wanted): Promise<Subscription> {
	const { url, events, description } = watch;
	noteBadge(watch.data, watch.seal.badge);
	const custom_headers = [{ name: badgeHeader, value: watch.seal.badge }];
	const delivery_method = { type: 'http_delivery_method', url, custom_headers };
	for (let attempt = 1; ; attempt++) {
		const created = await createSubscription(watch.api, {
			delivery_method,
			description,
			events,
			filter: wanted.filter,
		}).catch(async (error: unknown) => {
			if (attempt >= tries || !isOutcomeUnknown(error)) throw await explainLimit(watch, wanted, error);
			await sleep(pause * attempt);
			// Where nothing can be swept, what matters to a person is that something may be left.
			const swept = await sweep(watch).catch(() => undefined);
			if (swept === undefined || swept.errors.length > 0) throw error;
		});
		if (created) return created;
	}
}
