/** Something that goes wrong on purpose. */
export interface Fault {
	method?: string;
	/** Start of the path, or the source of a regular expression that it matches. */
	path?: string;
	/** How many requests it hits; 1 by default. */
	times?: number;
	/** How many matching requests pass first. */
	skip?: number;
	/** `after`: the request takes effect, and then the answer is lost. `before` by default. */
	when?: 'before' | 'after';
	/**
	 * `status` answers with this status, `body` with this body (status 200 unless given), `reset` breaks the
	 * connection, `timeout` never answers, `truncate` breaks off in the middle of the answer.
	 */
	kind: 'status' | 'reset' | 'timeout' | 'truncate' | 'body';
	status?: number;
	headers?: Record<string, string>;
	/** JSON value, or text that is sent as it stands. */
	body?: unknown;
}

function matchesPath(path: string, wanted: string): boolean {
	if (path.startsWith(wanted)) return true;
	try {
		return new RegExp(wanted).test(path);
	} catch {
		// Not a regular expression: then only the prefix counts.
		return false;
	}
}

/** The faults that are still to strike, in the order in which they were asked for. */
export class Faults {
	private pending: Array<Fault & { times: number; skip: number }> = [];

	add(fault: Fault): void {
		this.pending.push({ ...fault, times: fault.times ?? 1, skip: fault.skip ?? 0 });
	}

	clear(): void {
		this.pending = [];
	}

	/** The fault that strikes this request, counted as used. */
	take(method: string, path: string): Fault | undefined {
		for (const fault of this.pending) {
			if (fault.method && fault.method.toUpperCase() !== method) continue;
			if (fault.path && !matchesPath(path, fault.path)) continue;
			if (fault.skip > 0) {
				fault.skip -= 1;
				continue;
			}
			fault.times -= 1;
			this.pending = this.pending.filter(({ times }) => times > 0);
			return fault;
		}
		return undefined;
	}
}
