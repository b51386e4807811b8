import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { Attempt } from './attempt';
import { RecentEvents } from './recentEvents';

/** Events remembered for each node in a process; the oldest are forgotten first. In a flood 1,000 are over in a minute. */
const capacity = 20_000;

/**
 * Which attempt at an event may start an execution, for one node in this process. n8n's static data alone is not enough:
 * requests that run at once all read what was there before, so two attempts at one event would not see each other, and the
 * last writer wins.
 */
export class Claims {
	/** What is written into static data. */
	readonly recent = new RecentEvents();
	private readonly attempts = new Map<string, Attempt>();

	/**
	 * Asks for the right to start an execution for an event. A second attempt waits until the first one is answered.
	 *
	 * @param key the event's fingerprint
	 * @returns `mine`; `taken` when an earlier attempt was answered with success; `busy` when PagerDuty hung up on an
	 * earlier attempt that n8n still works on, so that nobody knows yet
	 */
	async claim(key: string, attempt: Attempt): Promise<'mine' | 'taken' | 'busy'> {
		for (;;) {
			const earlier = this.attempts.get(key);
			if (earlier === undefined || earlier.state === 'failed') break;
			if (earlier.state !== 'open') return earlier.state;
			await earlier.over;
		}
		this.keep(key, attempt);
		return 'mine';
	}

	/**
	 * Asks for the right to go on with an execution that was stored for an attempt. It is given when that attempt is
	 * answered with success, and for one attempt only. n8n may store an execution, be killed before it has answered, and
	 * take the execution up again when it starts: then PagerDuty's next attempt and that execution meet here.
	 *
	 * @param attemptId of an attempt that this process may know nothing of: a worker runs what others received
	 */
	async mayContinue(key: string, attemptId: string): Promise<boolean> {
		const attempt = this.attempts.get(key);
		if (attempt) return attempt.id === attemptId && (await attempt.taken());
		this.keep(key, new Attempt(undefined, attemptId));
		return true;
	}

	/** Whether an attempt at an event reached this process, so that no other process runs its execution. */
	cameHere(key: string): boolean {
		return this.attempts.get(key)?.cameHere ?? false;
	}

	private keep(key: string, attempt: Attempt): void {
		// Deleted first, because a Map keeps an entry's place when it is set again.
		this.attempts.delete(key);
		this.attempts.set(key, attempt);
		const [oldest] = this.attempts.keys();
		if (this.attempts.size > capacity && oldest !== undefined) this.attempts.delete(oldest);
	}
}

const nodes = new Map<string, Claims>();

/** The claims of the node that n8n is working for, those of test runs and live ones apart. */
export function claimsOf(host: IExecuteFunctions | IWebhookFunctions): Claims {
	const node = [host.getWorkflow().id, host.getNode().id, host.getMode()].join(' ');
	const claims = nodes.get(node) ?? new Claims();
	nodes.set(node, claims);
	return claims;
}
