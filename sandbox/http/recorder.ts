import type { Fault } from './faults';

/** One request that reached the sandbox's API (not its page and its control). */
export interface RecordedRequest {
	method: string;
	path: string;
	/** Raw search string without the question mark. */
	query: string;
	/** Names in lower case; Authorization is kept, so that tests can check it. */
	headers: Record<string, string>;
	/** Parsed JSON where it is JSON, the text otherwise, undefined without a body. */
	body: unknown;
	/** HTTP status of the answer; null while there is none, or when a fault left it out. */
	status: number | null;
	/** The kind of fault that struck it; null for none. */
	fault: Fault['kind'] | null;
	at: string;
}

/** So many requests are remembered. */
const remembered = 20_000;

export function remember(requests: RecordedRequest[], request: RecordedRequest): void {
	requests.push(request);
	if (requests.length > remembered) requests.shift();
}
