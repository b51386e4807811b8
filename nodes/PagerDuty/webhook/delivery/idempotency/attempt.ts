import { randomUUID } from 'node:crypto';
import { sleep } from 'n8n-workflow';

/** The part of Node's HTTP answer that tells how a delivery ended. */
export interface HttpAnswer {
	readonly statusCode: number;
	/** Whether everything was written. */
	readonly writableEnded: boolean;
	once(event: 'close', listener: () => void): unknown;
}

/** Milliseconds between two checks of an answer that PagerDuty did not wait for. */
const pause = 50;

/** One attempt of PagerDuty's to deliver an event, and how n8n answers it. */
export class Attempt {
	/** Resolves when PagerDuty has its answer, or has hung up. */
	readonly over: Promise<void>;
	/** Whether it reached this process. In queue mode workers run executions of what other processes received. */
	readonly cameHere: boolean;
	private isOver = false;
	private outcome?: 'taken' | 'failed';

	/**
	 * @param answer left out for an attempt that another process answered, or this one before it was restarted
	 * @param id distinguishes it from other attempts at the same event
	 */
	constructor(
		private answer?: HttpAnswer,
		readonly id: string = randomUUID(),
	) {
		this.cameHere = answer !== undefined;
		if (!this.cameHere) this.outcome = 'taken';
		this.over = new Promise((resolve) => {
			answer?.once('close', () => {
				this.isOver = true;
				this.settle();
				resolve();
			});
		});
	}

	/**
	 * Only an answer of success counts as `taken`: n8n gives it once it has the execution. After an error (`failed`)
	 * PagerDuty comes again. It is `busy` when PagerDuty hung up on n8n before it was done, so that nobody knows yet.
	 */
	get state(): 'open' | 'busy' | 'taken' | 'failed' {
		// Checked here as well, because nothing is emitted when n8n answers after PagerDuty hung up.
		this.settle();
		return this.outcome ?? (this.isOver ? 'busy' : 'open');
	}

	/** Waits until n8n has answered, whether PagerDuty still listens or not. @returns whether n8n took the event */
	async taken(): Promise<boolean> {
		if (this.state === 'open') await this.over;
		while (this.state === 'busy') await sleep(pause);
		return this.state === 'taken';
	}

	private settle(): void {
		if (!this.isOver || !this.answer?.writableEnded) return;
		this.outcome = this.answer.statusCode < 300 ? 'taken' : 'failed';
		// Dropped, because an answer keeps its request and the body of that in memory.
		this.answer = undefined;
	}
}
