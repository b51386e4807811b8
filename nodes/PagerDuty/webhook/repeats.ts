import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** So many deliveries are remembered for each node; the oldest are forgotten first. */
const remembered = 1000;

/** The part of Node's HTTP answer that tells how a delivery ended. */
export interface HttpAnswer {
	readonly statusCode: number;
	/** Whether everything was written. */
	readonly writableEnded: boolean;
	once(event: 'close', listener: () => void): unknown;
}

interface Attempt {
	readonly answer: HttpAnswer;
	readonly over: Promise<void>;
	isOver: boolean;
}

/**
 * The deliveries of one node in this process. n8n's static data alone is not enough: requests that run at once all read
 * what was there before, so two attempts at one delivery would not see each other, and the last to write wins.
 */
export class Deliveries {
	private readonly attempts = new Map<string, Attempt | 'taken'>();

	/**
	 * Asks for the right to start an execution for a delivery. A second attempt waits until the first one is answered.
	 *
	 * @returns `mine`; `taken` when an earlier attempt was answered with success; `busy` when PagerDuty hung up on an
	 * earlier attempt that n8n still works on, so that nobody knows yet
	 */
	async claim(key: string, answer: HttpAnswer): Promise<'mine' | 'taken' | 'busy'> {
		for (;;) {
			const earlier = this.settled(key);
			if (earlier === 'taken') return 'taken';
			if (earlier === undefined) break;
			if (earlier.isOver) return 'busy';
			await earlier.over;
		}
		this.begin(key, answer);
		return 'mine';
	}

	/** The deliveries that surely led to an execution, oldest first. */
	taken(): string[] {
		return [...this.attempts.keys()].filter((key) => this.settled(key) === 'taken');
	}

	private begin(key: string, answer: HttpAnswer): void {
		const over = new Promise<void>((resolve) => {
			answer.once('close', () => {
				attempt.isOver = true;
				this.settled(key);
				resolve();
			});
		});
		const attempt: Attempt = { answer, over, isOver: false };
		this.attempts.set(key, attempt);
		const [oldest] = this.attempts.keys();
		if (this.attempts.size > remembered && oldest !== undefined) this.attempts.delete(oldest);
	}

	/**
	 * Only an answer of success counts: n8n gives it once it has the execution. After an error PagerDuty comes again,
	 * and must find the delivery open. Looked up, and not noted, because nothing is emitted when n8n answers after PagerDuty hung up.
	 */
	private settled(key: string): Attempt | 'taken' | undefined {
		const attempt = this.attempts.get(key);
		if (attempt === undefined || attempt === 'taken' || !attempt.isOver || !attempt.answer.writableEnded) {
			return attempt;
		}
		if (attempt.answer.statusCode >= 300) {
			this.attempts.delete(key);
			return undefined;
		}
		this.attempts.set(key, 'taken');
		return 'taken';
	}
}

const nodes = new Map<string, Deliveries>();

/** @param node what tells a node from all others of this n8n, test runs and live ones apart */
export function deliveriesOf(node: string): Deliveries {
	const deliveries = nodes.get(node) ?? new Deliveries();
	nodes.set(node, deliveries);
	return deliveries;
}

/** IDs are kept as short fingerprints: n8n writes the whole list again with every event. */
export const fingerprint = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 16);

export const isRemembered = (data: IDataObject, key: string) => deliveredIn(data).includes(key);

/**
 * Writes a delivery down for the time after a restart. It brings along what this process knows to be taken, in case
 * another request wrote in between.
 */
export function remember(data: IDataObject, key: string, taken: readonly string[]): void {
	data.delivered = [...new Set([...deliveredIn(data), ...taken, key])].slice(-remembered);
}

const deliveredIn = ({ delivered }: IDataObject): string[] =>
	Array.isArray(delivered) ? delivered.filter((key) => typeof key === 'string') : [];
