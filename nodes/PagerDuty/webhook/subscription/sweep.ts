import { deleteSubscription, listSubscriptions, type Subscription } from './api';
import { isOurs, type Session } from './plan';

/** What became of subscriptions that were to be deleted. */
export interface Swept {
	/** The IDs of those that PagerDuty would not delete. */
	readonly left: string[];
	readonly errors: unknown[];
}

/**
 * Deletes subscriptions that this very node made and then lost sight of: n8n was killed before it saved their IDs, or
 * the answer to their creation never came. Their secrets are gone, so they are of no use, and an account may have few.
 *
 * @throws when PagerDuty does not say what there is
 */
export async function sweep(session: Session): Promise<Swept> {
	const held = new Set([...session.store.entries.values()].map(({ id }) => id));
	const listed = await listSubscriptions(session.api);
	return await deleteAll(
		session,
		listed.filter((each) => isOurs(session, each) && !held.has(each.id)),
	);
}

/** Deletes what it can. Never fails. */
async function deleteAll({ api }: Session, subscriptions: readonly Subscription[]): Promise<Swept> {
	const swept: Swept = { left: [], errors: [] };
	for (const { id } of subscriptions) {
		await deleteSubscription(api, id).catch((error: unknown) => {
			swept.left.push(id);
			swept.errors.push(error);
		});
	}
	return swept;
}
