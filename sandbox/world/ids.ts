const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Ids that look like PagerDuty's. The sequence is fixed, so two fresh sandboxes have the same ids. */
export class IdSequence {
	constructor(private state = 20260801) {}

	/** Where the sequence stands: kept with the saved state, so that no id comes twice after a restart. */
	get position(): number {
		return this.state;
	}

	/** `prefix` and so many more upper-case letters and digits. */
	next(prefix: string, length: number): string {
		let id = prefix;
		for (let index = 0; index < length; index++)
			id += alphabet[Math.floor(this.fraction() * alphabet.length)];
		return id;
	}

	/** Teams, users, services, policies, priorities, notes, subscriptions. */
	short(): string {
		return this.next('P', 6);
	}

	incident(): string {
		return this.next('Q', 13);
	}

	logEntry(): string {
		return this.next('R', 25);
	}

	/** Webhook events, and what belongs to automation. */
	long(): string {
		return this.next('01', 24);
	}

	/** Triggers of workflows, assignments of roles. */
	uuid(): string {
		return this.hex(32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
	}

	/** 32 hex digits, as PagerDuty makes up for an incident without a key of its own. */
	incidentKey(): string {
		return this.hex(32);
	}

	private hex(length: number): string {
		let digits = '';
		for (let index = 0; index < length; index++) digits += Math.floor(this.fraction() * 16).toString(16);
		return digits;
	}

	/** A number from 0 to below 1 (mulberry32). */
	fraction(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
}
