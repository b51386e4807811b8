import type { IExecuteFunctions } from 'n8n-workflow';

import { inWords } from '../api/nodeErrors';
import { nodeKey } from '../host/nodeKey';
import type { TriggerHost } from './host';

/**
 * Writes a warning into n8n's log, for what no person waits for. An error's message and advice become part of the line,
 * because by default n8n prints nothing but the line.
 */
export function warn(host: IExecuteFunctions | TriggerHost, message: string, error?: unknown): void {
	const words = error === undefined ? '' : `: ${inWords(error)}`;
	host.logger.warn(`PagerDuty Trigger: ${message}${words}`, {
		node: host.getNode().name,
		workflowId: host.getWorkflow().id,
	});
}

/** Milliseconds between two lines of one kind. */
const pause = 60_000;

interface Line {
	readonly at: number;
	/** Lines of this kind that were left out since. */
	omitted: number;
}

const lastLines = new Map<string, Line>();

/**
 * Warns of a delivery, at most once a minute for each node and message: anybody who knows the address can send as many as
 * they like, and must not fill n8n's log. The next line says how many were left out.
 */
export function warnOfDelivery(host: TriggerHost, message: string, error?: unknown): void {
	const kind = `${nodeKey(host)} ${message}`;
	const last = lastLines.get(kind);
	// Absolute, because a clock may be set back.
	if (last && Math.abs(Date.now() - last.at) < pause) {
		last.omitted++;
		return;
	}
	lastLines.set(kind, { at: Date.now(), omitted: 0 });
	warn(
		host,
		last?.omitted ? `${message} (and ${last.omitted} more like it since the last line)` : message,
		error,
	);
}
