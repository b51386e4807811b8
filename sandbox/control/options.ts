import type { Clock } from '../clock';
import type { Seed } from '../seed/company';
import type { Settings } from '../settings';

/** How a sandbox starts. */
export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** A loopback address; 127.0.0.1 by default. */
	host?: '127.0.0.1' | '::1' | 'localhost';
	/** Takes emails by SMTP at this port of 127.0.0.1, 0 being any free one; left out, there is no mail server. */
	mailPort?: number;
	/** Where the n8n listens that was started with it: the page shows a link. */
	n8nUrl?: string;
	/** `company` (default) or `empty`: the same company without incidents. */
	seed?: Seed;
	/**
	 * Refuses what PagerDuty's documents do not know: query parameters, fields of bodies, nulls, a missing Accept. Off by
	 * default: PagerDuty ignores these, and its own clients send them.
	 */
	strict?: boolean;
	/** Real time by default; `advance` moves it on. */
	clock?: Clock;
	/** State is read from this file at the start, and saved to it. */
	stateFile?: string;
	/** Host names that it answers to besides those of this machine, without a port. */
	hosts?: readonly string[];
	/** Addresses that the OAuth app may send people back to, besides that of an n8n on this machine. */
	redirectUris?: readonly string[];
	settings?: Partial<Settings>;
}
