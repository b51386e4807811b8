const { default: Sequencer } = require('@jest/test-sequencer');

/** The test files that take longest, longest first. */
const LONGEST = [
	'faults/operations',
	'sandbox/lists/exact',
	'bench/flood',
	'load/queueMode',
	'e2e/everyOperation',
	'e2e/sendAndWait',
	'e2e/humanReview',
	'e2e/subscriptionLife',
	'e2e/polling',
	'e2e/credentialForms',
	'e2e/demo',
].map((name) => `/test/${name}.test.ts`);

/**
 * Of test files that run beside each other, the longest begin first: a round ends when its last file does. Jest itself
 * knows how long they took the last time, but not in a fresh checkout, and it begins with those that failed.
 */
module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		const rank = ({ path }) => {
			const place = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(name));
			return place < 0 ? LONGEST.length : place;
		};
		return super.sort(tests).sort((a, b) => rank(a) - rank(b));
	}
};
