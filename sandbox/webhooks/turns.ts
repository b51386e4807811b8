/** Lets so much work go on at a time; the rest waits in the order in which it came. */
export class Turns {
	private busy = 0;
	private readonly waiting: Array<() => void> = [];

	/** @param atOnce asked each time, as it may change */
	constructor(private readonly atOnce: () => number) {}

	async take<T>(work: () => Promise<T>): Promise<T> {
		if (this.busy < this.atOnce()) this.busy += 1;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			return await work();
		} finally {
			this.pass();
		}
	}

	/** Hands the place over, so that nobody who comes in between can have it too. */
	private pass(): void {
		const next = this.waiting.shift();
		if (next) next();
		else this.busy -= 1;
	}
}
