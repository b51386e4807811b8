import type { WatchHost } from './host';

/**
 * Writes into n8n's log what happens while nobody watches. The line itself says what to do about an error: by default
 * n8n shows nothing of the rest.
 */
export function warn(host: WatchHost, message: string, error?: unknown): void {
	const words = error === undefined ? '' : `: ${wordsOf(error)}`;
	host.logger.warn(`PagerDuty Trigger: ${message}${words}`, {
		node: host.getNode().name,
		workflowId: host.getWorkflow().id,
	});
}

function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return 'description' in error && error.description
		? `${error.message}. ${String(error.description)}`
		: error.message;
}
