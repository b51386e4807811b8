import { adviceIn } from '../../api/nodeErrors';
import type { TriggerHost } from '../host';
import { warn } from '../log';
import { deleteSubscription, listSubscriptions } from './api';
import { compare } from './compare';
import type { Session } from './plan';

/** What became of subscriptions that were to be deleted. */
export interface Deletion {
	/** The IDs of those that PagerDuty would not delete. */
	readonly left: string[];
	/** Why. */
	readonly errors: unknown[];
}

/**
 * Deletes what this node created and cannot use: n8n was killed before it saved their IDs, or the answer to their creation
 * never came. Their secrets were in that answer only, and PagerDuty allows few subscriptions.
 *
 * @throws NodeApiError when PagerDuty does not list what there is, and for nothing else
 */
export async function deleteLeftovers(session: Session): Promise<Deletion> {
	const { api, store } = session;
	const { lost, orphans } = compare(session, store.entries, await listSubscriptions(api));
	const deletion: Deletion = { left: [], errors: [] };
	for (const { id } of [...lost, ...orphans]) {
		await deleteSubscription(api, id).catch((error: unknown) => {
			deletion.left.push(id);
			deletion.errors.push(error);
		});
	}
	return deletion;
}

const advice = 'Delete them there (Integrations > Generic Webhooks)';

/** Adds to an error which subscriptions it leaves behind. @returns that error */
export function withLeftovers(error: unknown, ids: readonly string[]): unknown {
	if (!(error instanceof Error) || ids.length === 0) return error;
	const left = `These webhook subscriptions are still in PagerDuty: ${ids.join(', ')}. ${advice}, or try again.`;
	return Object.assign(error, { description: `${adviceIn(error)} ${left}`.trim() });
}

/** Names in n8n's log what may be left behind, because n8n shows nobody an error while a workflow is unpublished. */
export function warnOfLeftovers(host: TriggerHost, error: unknown, ids: readonly string[] = []): void {
	const what =
		ids.length === 0
			? 'a webhook subscription may be left in PagerDuty'
			: `these webhook subscriptions are still in PagerDuty: ${ids.join(', ')}. ${advice}. The reason`;
	warn(host, what, error);
}
