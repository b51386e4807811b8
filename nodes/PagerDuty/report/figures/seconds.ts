/** The mean of some durations in whole seconds; null of none. */
export const mean = (values: readonly number[]): number | null =>
	values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

/**
 * What so many per cent of the values do not exceed, by the nearest rank: always one of the values, and null of none.
 * PagerDuty's documents do not say how it interpolates.
 */
export function percentile(values: readonly number[], percent: number): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? null;
}
