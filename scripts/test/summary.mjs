/**
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, crash?: string }} LayerResult
 * `crash` says how the layer ended when it left no report, which is one failure
 */

/**
 * A row for each layer, and as the last line the sum: `12 passed, 0 failed`, with the skipped ones where there are any.
 *
 * @param {LayerResult[]} results
 * @returns {string}
 */
export function summary(results) {
	const rows = results.map(({ name, passed, failed, skipped, crash }) =>
		[
			name.padEnd(10),
			`${passed} passed`.padStart(12),
			`${failed} failed`.padStart(12),
			`${skipped} skipped`.padStart(12),
			crash ? `  ${crash}` : '',
		].join(''),
	);
	const { passed, failed, skipped } = sum(results);
	const last = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
	return ['', 'Layer', ...rows, '', last].join('\n');
}

/**
 * 1 when something failed, when nothing ran at all, or when something was skipped in CI: there, everything that
 * tests need is there, so a skipped test is one that somebody forgot.
 *
 * @param {LayerResult[]} results
 * @param {boolean} ci
 * @returns {0 | 1}
 */
export function exitCode(results, ci) {
	const { passed, failed, skipped } = sum(results);
	return failed > 0 || passed === 0 || (ci && skipped > 0) ? 1 : 0;
}

function sum(results) {
	const add = (key) => results.reduce((total, result) => total + result[key], 0);
	return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}
