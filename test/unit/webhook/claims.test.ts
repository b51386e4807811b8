import { Attempt } from '../../../nodes/PagerDuty/webhook/delivery/idempotency/attempt';
import { Claims } from '../../../nodes/PagerDuty/webhook/delivery/idempotency/claims';
import { Answer } from './answer';

/** An attempt, and the answer that it gets. */
function attempt() {
	const answer = new Answer();
	return { answer, attempt: new Attempt(answer) };
}

describe('two attempts at one delivery in one process', () => {
	it('start one execution: the second waits for the first and is told that it is taken', async () => {
		const deliveries = new Claims();
		const first = attempt();
		expect(await deliveries.claim('a', first.attempt)).toBe('mine');
		const second = deliveries.claim('a', attempt().attempt);
		first.answer.end(200);
		expect(await second).toBe('taken');
	});

	it('lose nothing: when the first one fails, exactly one of those that wait takes over', async () => {
		const deliveries = new Claims();
		const first = attempt();
		await deliveries.claim('a', first.attempt);
		const takeOver = attempt();
		const waiting = [deliveries.claim('a', takeOver.attempt), deliveries.claim('a', attempt().attempt)];
		first.answer.end(500);
		expect(await waiting[0]).toBe('mine');
		takeOver.answer.end(200);
		expect(await waiting[1]).toBe('taken');
	});

	it('are both left open when PagerDuty hangs up before n8n is done, until n8n is done', async () => {
		const deliveries = new Claims();
		const slow = attempt();
		await deliveries.claim('a', slow.attempt);
		slow.answer.hangUp();
		expect(await deliveries.claim('a', attempt().attempt)).toBe('busy');
		slow.answer.writableEnded = true;
		expect(await deliveries.claim('a', attempt().attempt)).toBe('taken');
	});

	it('do not hold up other deliveries', async () => {
		const deliveries = new Claims();
		await deliveries.claim('a', attempt().attempt);
		expect(await deliveries.claim('b', attempt().attempt)).toBe('mine');
	});
});

describe('an execution that was stored for an attempt', () => {
	it('goes on when PagerDuty has its answer, and not before', async () => {
		const deliveries = new Claims();
		const first = attempt();
		await deliveries.claim('a', first.attempt);
		const wentOn = jest.fn();
		const goesOn = deliveries.mayContinue('a', first.attempt.id).then(wentOn);
		await new Promise((resolve) => setImmediate(resolve));
		expect(wentOn).not.toHaveBeenCalled();
		first.answer.end(200);
		await goesOn;
		expect(wentOn).toHaveBeenCalledWith(true);
	});

	it('goes on when n8n is done after PagerDuty hung up', async () => {
		const deliveries = new Claims();
		const slow = attempt();
		await deliveries.claim('a', slow.attempt);
		slow.answer.hangUp();
		const goesOn = deliveries.mayContinue('a', slow.attempt.id);
		slow.answer.writableEnded = true;
		expect(await goesOn).toBe(true);
	});

	it('ends there when n8n answered with an error after all, as PagerDuty comes again', async () => {
		const deliveries = new Claims();
		const first = attempt();
		await deliveries.claim('a', first.attempt);
		const goesOn = deliveries.mayContinue('a', first.attempt.id);
		first.answer.end(500);
		expect(await goesOn).toBe(false);
		expect(await deliveries.claim('a', attempt().attempt)).toBe('mine');
	});

	it('goes on when n8n takes it up again after a crash, and the next attempt of PagerDuty starts nothing', async () => {
		const afterCrash = new Claims();
		expect(await afterCrash.mayContinue('a', 'attempt before the crash')).toBe(true);
		expect(await afterCrash.claim('a', attempt().attempt)).toBe('taken');
	});

	it('ends there when PagerDuty came again before n8n took it up', async () => {
		const afterCrash = new Claims();
		const next = attempt();
		await afterCrash.claim('a', next.attempt);
		next.answer.end(200);
		expect(await afterCrash.mayContinue('a', 'attempt before the crash')).toBe(false);
		expect(await afterCrash.mayContinue('a', next.attempt.id)).toBe(true);
	});

	it('goes on once in a worker that gets two executions of one delivery', async () => {
		const inWorker = new Claims();
		expect(await inWorker.mayContinue('a', 'one')).toBe(true);
		expect(await inWorker.mayContinue('a', 'other')).toBe(false);
		expect(await inWorker.mayContinue('a', 'one')).toBe(true);
	});
});

describe('what a process remembers', () => {
	it('is bounded, and the oldest go first', async () => {
		const deliveries = new Claims();
		for (let count = 0; count < 20_001; count++) await deliveries.mayContinue(`delivery ${count}`, 'one');
		expect(await deliveries.claim('delivery 1', attempt().attempt)).toBe('taken');
		expect(await deliveries.claim('delivery 0', attempt().attempt)).toBe('mine');
	});
});
