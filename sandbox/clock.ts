/** Where the sandbox takes its time from. */
export interface Clock {
	now(): Date;
}

/** A clock that runs on from another one (real time by default) and can be moved forward by tests. */
export class MovableClock implements Clock {
	private offsetMs = 0;

	constructor(private readonly base: Clock = { now: () => new Date() }) {}

	now(): Date {
		return new Date(this.base.now().getTime() + this.offsetMs);
	}

	/** Moves the time forward by `ms` milliseconds, for good. */
	advance(ms: number): void {
		this.offsetMs += ms;
	}

	reset(): void {
		this.offsetMs = 0;
	}
}
