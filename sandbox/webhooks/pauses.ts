import type { Clock } from '../clock';

/** Pauses that end when their time is over on the wall or on the sandbox clock, whichever comes first. */
export class Pauses {
	private readonly waiting = new Set<{ due: number; wake: () => void }>();

	constructor(private readonly clock: Clock) {}

	/** Waits `ms` milliseconds, or until the signal ends the pause. */
	async pause(ms: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(() => pause.wake(), ms);
			const pause = {
				due: this.clock.now().getTime() + ms,
				wake: () => {
					clearTimeout(timer);
					signal?.removeEventListener('abort', pause.wake);
					this.waiting.delete(pause);
					resolve();
				},
			};
			this.waiting.add(pause);
			signal?.addEventListener('abort', pause.wake);
		});
	}

	/** Ends the pauses that are over by the sandbox clock; to be called after the clock was moved. */
	wakeDue(): void {
		const now = this.clock.now().getTime();
		for (const pause of [...this.waiting]) if (pause.due <= now) pause.wake();
	}

	/** Ends all of them at once. */
	wakeAll(): void {
		for (const pause of [...this.waiting]) pause.wake();
	}
}
