import type { Bar } from '../../document';

/**
 * How long each bar of a chart is, from 0 to 1, where the longest is 1. What is no number, or below 0, has no length.
 */
export function lengths(bars: readonly Bar[]): number[] {
	const values = bars.map(({ value }) => (Number.isFinite(value) ? Math.max(0, value) : 0));
	const longest = values.reduce((most, value) => Math.max(most, value), 0);
	return values.map((value) => (longest > 0 ? value / longest : 0));
}
