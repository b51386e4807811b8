import type { Api } from './client';

/**
 * Now by PagerDuty's clock, in milliseconds since 1970: the clock of this machine may be wrong. Up to two seconds late and
 * never early, so that what has just begun counts as begun.
 */
export function nowOf(api: Api): number {
	const early = api.timeOf(performance.now());
	return early === undefined ? Date.now() : early + 2_000;
}
