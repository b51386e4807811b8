import { waits } from '../../support/waits';
import type { Answer } from '../../../nodes/PagerDuty/api/answer';
import { Brake, NoAnswer, untilSettled } from '../../../nodes/PagerDuty/api/retry';

const answer = (status: number, headers: Record<string, string> = {}): Answer => ({
	status,
	headers,
	body: {},
});

/** Attempts that have these outcomes one after another, the last one for ever. */
function attempts(...outcomes: Array<Answer | Error>) {
	const times: number[] = [];
	const attempt = async () => {
		const outcome = outcomes[Math.min(times.length, outcomes.length - 1)] as Answer | Error;
		times.push(Date.now());
		if (outcome instanceof Error) throw outcome;
		return outcome;
	};
	return { attempt, times };
}

describe('A request', () => {
	it.each([200, 204, 302, 400, 401, 403, 404, 413])(
		'that is answered with %i is settled at once',
		async (status) => {
			const { attempt, times } = attempts(answer(status));
			expect((await untilSettled(attempt, true, new Brake())).status).toBe(status);
			expect(times).toHaveLength(1);
			expect(waits).toEqual([]);
		},
	);

	it('that cannot be repeated ends with the first fault', async () => {
		const { attempt, times } = attempts(answer(503));
		expect((await untilSettled(attempt, false, new Brake())).status).toBe(503);
		expect(times).toHaveLength(1);
	});

	it('that never left may be repeated in any case', async () => {
		const { attempt, times } = attempts(new NoAnswer('refused', false), answer(201));
		expect((await untilSettled(attempt, false, new Brake())).status).toBe(201);
		expect(times).toHaveLength(2);
	});

	it('ends with the error of its last try when no try was answered', async () => {
		const { attempt, times } = attempts(new NoAnswer('reset'));
		await expect(untilSettled(attempt, true, new Brake())).rejects.toThrow('reset');
		expect(times).toHaveLength(5);
	});

	it.each([answer(429, { 'ratelimit-reset': '30' }), answer(503, { 'retry-after': '30' })])(
		'is not repeated after a wait that ends beyond its deadline: %j',
		async (outcome) => {
			const { attempt, times } = attempts(outcome);
			const deadline = performance.now() + 2_500;
			expect(await untilSettled(attempt, true, new Brake(), deadline)).toEqual(outcome);
			expect(times).toHaveLength(1);
			expect(waits).toEqual([]);
		},
	);

	it('is not repeated after an error that is none of the network', async () => {
		const { attempt, times } = attempts(new Error('no such credential'));
		await expect(untilSettled(attempt, true, new Brake())).rejects.toThrow('no such credential');
		expect(times).toHaveLength(1);
	});

	it('counts rate limits and faults apart', async () => {
		const mixed = Array.from({ length: 4 }, () => [
			answer(429, { 'ratelimit-reset': '1' }),
			answer(503),
		]).flat();
		const { attempt, times } = attempts(...mixed, answer(200));
		expect((await untilSettled(attempt, true, new Brake())).status).toBe(200);
		expect(times).toHaveLength(9);
	});

	it.each([
		['ratelimit-reset', '0', 0, 300],
		['ratelimit-reset', '30', 30_000, 30_300],
		['ratelimit-reset', '3600', 65_000, 65_000],
		['retry-after', '1.5', 1500, 1800],
		['retry-after', 'soon', 250, 500],
		['retry-after', '-5', 250, 500],
	])('waits as %s: %s says, within reason', async (name, value, least, most) => {
		// Only waiting lets time go by.
		const begun = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => begun + waits.reduce((sum, wait) => sum + wait, 0));
		const { attempt } = attempts(answer(429, { [name]: value }), answer(200));
		await untilSettled(attempt, true, new Brake());
		expect(waits).toHaveLength(1);
		expect(waits[0]).toBeGreaterThanOrEqual(least);
		expect(waits[0]).toBeLessThanOrEqual(most);
	});

	it('does not come back at the same moment as its neighbours', async () => {
		const brake = new Brake();
		for (let index = 0; index < 20; index++) {
			await untilSettled(attempts(answer(503), answer(200)).attempt, true, brake);
		}
		expect(new Set(waits).size).toBeGreaterThan(10);
	});
});
