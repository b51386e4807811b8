import { sleep } from 'n8n-workflow';
import { ClientRequest } from 'node:http';

import type { Sandbox } from '../../sandbox';
import { EngineCredentials } from '../support/engineCredentials';

/** Nobody listens there. */
const closedPort = 'http://127.0.0.1:1';

/** Requests that find no connection. */
export interface Refusals {
	method?: string;
	path: RegExp;
	times: number;
	/** How many of the first are let pass. */
	skip: number;
}

/**
 * The way to the stand-in, for what a server cannot do by itself: connections that are refused, and 30 seconds without an
 * answer that pass in no time. It needs test/support/waits.ts.
 */
export class BadLine {
	/** How many connections were refused. */
	refused = 0;
	/** Milliseconds that each request was given. */
	readonly patience: number[] = [];
	private refusals: Refusals | undefined;
	private readonly waiting: Array<{ request: ClientRequest; ms: number; giveUp?: () => void }> = [];
	private readonly spies = [this.watchTimeouts(), this.watchAddresses()];
	private readonly silent = new WeakSet<object>();
	private readonly ticking = setInterval(() => void this.passTime(), 1);

	constructor(private readonly sandbox: Sandbox) {}

	refuse(refusals: Refusals): void {
		this.refusals = { ...refusals };
	}

	/** The line is as it was. */
	mend(): void {
		clearInterval(this.ticking);
		for (const spy of this.spies) spy.mockRestore();
	}

	private watchTimeouts() {
		const { waiting, patience } = this;
		return jest.spyOn(ClientRequest.prototype, 'setTimeout').mockImplementation(function (
			this: ClientRequest,
			ms,
			giveUp,
		) {
			patience.push(ms);
			waiting.push({ request: this, ms, giveUp });
			return this;
		});
	}

	private watchAddresses() {
		const authenticate = EngineCredentials.prototype.authenticate;
		const reach = (method: string, url: string) => this.reach(method, url);
		return jest.spyOn(EngineCredentials.prototype, 'authenticate').mockImplementation(async function (
			this: EngineCredentials,
			...args
		) {
			const options = await authenticate.apply(this, args);
			return { ...options, url: reach(options.method ?? 'GET', options.url) };
		});
	}

	/** The address as it is, or where nobody listens. */
	private reach(method: string, url: string): string {
		const { refusals } = this;
		if (!refusals || refusals.times === 0) return url;
		if (refusals.method && refusals.method !== method) return url;
		if (!refusals.path.test(new URL(url).pathname)) return url;
		if (refusals.skip-- > 0) return url;
		refusals.times--;
		this.refused++;
		return url.replace(this.sandbox.url, closedPort);
	}

	/** Once the stand-in keeps silent about a request, the time that it was given is over. */
	private async passTime(): Promise<void> {
		for (const recorded of this.sandbox.requests()) {
			if (recorded.fault !== 'timeout' || this.silent.has(recorded)) continue;
			this.silent.add(recorded);
			const url = recorded.query === '' ? recorded.path : `${recorded.path}?${recorded.query}`;
			const waiting = this.waiting.findLast(
				({ request }) => request.method === recorded.method && request.path === url,
			);
			await sleep(waiting?.ms ?? 0);
			waiting?.giveUp?.();
		}
	}
}
