import { EventEmitter } from 'node:events';

import { Deliveries, isRemembered, remember } from '../../../nodes/PagerDuty/webhook/repeats';

/** An HTTP answer that tests end as they like. */
class Answer extends EventEmitter {
	statusCode = 200;
	writableEnded = false;

	end(statusCode: number): void {
		this.statusCode = statusCode;
		this.writableEnded = true;
		this.emit('close');
	}

	hangUp(): void {
		this.emit('close');
	}
}

describe('two attempts at one delivery in one process', () => {
	it('start one execution: the second waits for the first and is told that it is taken', async () => {
		const deliveries = new Deliveries();
		const first = new Answer();
		expect(await deliveries.claim('a', first)).toBe('mine');
		const second = deliveries.claim('a', new Answer());
		first.end(200);
		expect(await second).toBe('taken');
		expect(deliveries.taken()).toEqual(['a']);
	});

	it('lose nothing: when the first one fails, exactly one of those that wait takes over', async () => {
		const deliveries = new Deliveries();
		const first = new Answer();
		await deliveries.claim('a', first);
		const takeOver = new Answer();
		const waiting = [deliveries.claim('a', takeOver), deliveries.claim('a', new Answer())];
		first.end(500);
		expect(await waiting[0]).toBe('mine');
		takeOver.end(200);
		expect(await waiting[1]).toBe('taken');
	});

	it('are both left open when PagerDuty hangs up before n8n is done, until n8n is done', async () => {
		const deliveries = new Deliveries();
		const slow = new Answer();
		await deliveries.claim('a', slow);
		slow.hangUp();
		expect(await deliveries.claim('a', new Answer())).toBe('busy');
		expect(deliveries.taken()).toEqual([]);
		slow.writableEnded = true;
		expect(await deliveries.claim('a', new Answer())).toBe('taken');
	});

	it('do not hold up other deliveries', async () => {
		const deliveries = new Deliveries();
		await deliveries.claim('a', new Answer());
		expect(await deliveries.claim('b', new Answer())).toBe('mine');
	});
});

describe('what is remembered', () => {
	it('is bounded in the process, and the oldest go first', async () => {
		const deliveries = new Deliveries();
		for (let count = 0; count < 1_001; count++) {
			const answer = new Answer();
			await deliveries.claim(`delivery ${count}`, answer);
			answer.end(200);
		}
		expect(await deliveries.claim('delivery 1', new Answer())).toBe('taken');
		expect(await deliveries.claim('delivery 0', new Answer())).toBe('mine');
	});

	it('is bounded in static data, and the oldest go first', () => {
		const data = {};
		for (let count = 0; count < 1_001; count++) remember(data, `delivery ${count}`, []);
		expect(isRemembered(data, 'delivery 0')).toBe(false);
		expect(isRemembered(data, 'delivery 1')).toBe(true);
		expect(isRemembered(data, 'delivery 1000')).toBe(true);
	});

	it('heals when a request that read older data wrote last', () => {
		const older = {};
		remember(older, 'b', ['a']);
		expect([isRemembered(older, 'a'), isRemembered(older, 'b')]).toEqual([true, true]);
	});

	it('begins anew where static data is not what it should be', () => {
		const data = { delivered: 'nonsense' };
		expect(isRemembered(data, 'nonsense')).toBe(false);
		remember(data, 'a', []);
		expect(isRemembered(data, 'a')).toBe(true);
	});
});
