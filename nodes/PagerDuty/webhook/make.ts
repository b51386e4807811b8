import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';

import { keep } from './held';
import type { Wanted } from './scope';
import { createSubscription, deleteSubscription } from './subscriptionApi';
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
	// Kept before anything else can fail, so that it is always known to somebody who can delete it.
	keep(watch.data, wanted.key, { id, ...(secret ? { secret } : {}) });
	if (secret) return;
	await deleteSubscription(watch.api, id);
	throw new NodeOperationError(watch.host.getNode(), 'PagerDuty did not tell the signing secret', {
		description:
			'Its events could not be told from forged ones, so the new webhook subscription was deleted again. Try once more, or set Subscription to Manual and enter the secret yourself.',
	});
}

/** Creating cannot be repeated blindly: what may have come of an unclear try is swept away first. */
async function createOnce(watch: Watch, { filter }: Wanted) {
	for (let attempt = 1; ; attempt++) {
		const { url, events, description } = watch;
		const delivery_method = { type: 'http_delivery_method', url };
		const created = await createSubscription(watch.api, {
			delivery_method,
			description,
			events,
			filter,
		}).catch((error: unknown) => {
			if (attempt >= tries || !isUnclear(error)) throw error;
		});
		if (created) return created;
		await sleep(pause * attempt);
		await sweep(watch);
	}
}

/** Anything but a plain refusal: no answer, a broken one, or a fault of PagerDuty's own. It may have been made all the same. */
const isUnclear = (error: unknown) =>
	error instanceof NodeApiError && !/^[34]\d\d$/.test(error.httpCode ?? '');
