import type { TriggerHost } from '../host';
import { warn } from '../log';

const advice = 'Delete them there (Integrations > Generic Webhooks)';

/** Adds to an error which subscriptions it leaves behind. @returns that error */
export function withLeftovers(error: unknown, ids: readonly string[]): unknown {
	if (!(error instanceof Error) || ids.length === 0) return error;
	const before = 'description' in error && typeof error.description === 'string' ? error.description : '';
	const left = `These webhook subscriptions are still in PagerDuty: ${ids.join(', ')}. ${advice}, or try again.`;
	return Object.assign(error, { description: `${before} ${left}`.trim() });
}

/** Names in n8n's log what may be left behind: an error while a workflow is unpublished is shown to nobody. */
export function warnOfLeftovers(host: TriggerHost, error: unknown, ids: readonly string[] = []): void {
	const what =
		ids.length === 0
			? 'a webhook subscription may be left in PagerDuty'
			: `these webhook subscriptions are still in PagerDuty: ${ids.join(', ')}. ${advice}. The reason`;
	warn(host, what, error);
}
