import { Brake, untilSettled } from '../../../nodes/PagerDuty/api/retry';

const limited = { status: 429, headers: { 'ratelimit-reset': '10' }, body: {} };
const fine = { status: 200, headers: {}, body: {} };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('A brake', () => {
	it('holds back every request that shares it, until the limit is over', async () => {
		const brake = new Brake();
		const answers = [limited, fine];
		const first = untilSettled(async () => answers.shift() ?? fine, true, brake);
		await jest.advanceTimersByTimeAsync(1);
		const other = jest.fn(async () => fine);
		const second = untilSettled(other, true, brake);
		await jest.advanceTimersByTimeAsync(9_900);
		expect(other).not.toHaveBeenCalled();
		await jest.advanceTimersByTimeAsync(400);
		expect(other).toHaveBeenCalledTimes(1);
		expect([await first, await second]).toEqual([fine, fine]);
	});

	it('leaves requests of others alone', async () => {
		const first = untilSettled(jest.fn(async () => fine).mockResolvedValueOnce(limited), true, new Brake());
		await jest.advanceTimersByTimeAsync(1);
		expect(await untilSettled(async () => fine, true, new Brake())).toEqual(fine);
		await jest.advanceTimersByTimeAsync(11_000);
		expect(await first).toEqual(fine);
	});

	it('is not released early by a shorter limit', async () => {
		const brake = new Brake();
		brake.hold(5000);
		brake.hold(10);
		const released = jest.fn();
		void brake.released().then(released);
		await jest.advanceTimersByTimeAsync(4990);
		expect(released).not.toHaveBeenCalled();
		await jest.advanceTimersByTimeAsync(20);
		expect(released).toHaveBeenCalled();
	});

	it('never waits for less than no time, though the clock goes on between two looks at it', async () => {
		let now = 1_000;
		jest.spyOn(Date, 'now').mockImplementation(() => now++);
		const timers = jest.spyOn(globalThis, 'setTimeout');
		const brake = new Brake();
		// Random parts of a wait are fractions of a millisecond.
		brake.hold(1.5);
		const released = brake.released();
		await jest.advanceTimersByTimeAsync(10);
		await released;
		expect(timers.mock.calls.map(([, wait]) => wait)).toEqual([0.5]);
		jest.restoreAllMocks();
	});
});
