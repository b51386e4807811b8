import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { Attempt } from './attempt';
import { RecentEvents } from './recentEvents';

/** So many deliveries are known for each node in a process; the oldest are forgotten first. In a flood 1,000 are over in a minute. */
const known = 20_000;

/**
 * The deliveries of one node in this process. n8n's static data alone is not enough: requests that run at once all read
 * what was there before, so two attempts at one delivery would not see each other, and the last to write wins.
 */
export class Claims {
	readonly memory = new RecentEvents();
	private readonly attempts = new Map<string, Attempt>();

	/**
	 * Asks for the right to start an execution for a delivery. A second attempt waits until the first one is answered.
	 *
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
	 * answered with success, and to one attempt only. n8n may store an execution, be killed before it has answered, and
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

	/** Whether an attempt at a delivery reached this process, so that no other process runs its execution. */
	cameHere(key: string): boolean {
		return this.attempts.get(key)?.cameHere ?? false;
	}

	private keep(key: string, attempt: Attempt): void {
		// Deleted first: a Map keeps the place of what was there before.
		this.attempts.delete(key);
		this.attempts.set(key, attempt);
		const [oldest] = this.attempts.keys();
		if (this.attempts.size > known && oldest !== undefined) this.attempts.delete(oldest);
	}
}

const nodes = new Map<string, Claims>();

/** The deliveries of the node that n8n is working for, test runs and live ones apart. */
export function claimsOf(host: IExecuteFunctions | IWebhookFunctions): Claims {
	const node = [host.getWorkflow().id, host.getNode().id, host.getMode()].join(' ');
	const deliveries = nodes.get(node) ?? new Claims();
	nodes.set(node, deliveries);
	return deliveries;
}
