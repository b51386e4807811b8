import type { IDataObject } from 'n8n-workflow';

import { fingerprint } from '../../../nodes/PagerDuty/webhook/delivery/idempotency/fingerprint';
import {
	isRemembered,
	mayBeForgotten,
	RecentEvents,
} from '../../../nodes/PagerDuty/webhook/delivery/idempotency/recentEvents';

const key = (id: string | number) => fingerprint(String(id));

const noon = Date.parse('2026-05-10T12:00:00Z');

/** Static data that one process wrote these deliveries into. Those with a number occurred so many seconds after noon. */
function writtenBy(
	memory: RecentEvents,
	ids: ReadonlyArray<string | number>,
	data: IDataObject = {},
): IDataObject {
	for (const id of ids)
		memory.write(data, { key: key(id), occurredAt: noon + (typeof id === 'number' ? id * 1_000 : 0) });
	return data;
}

const rememberedIn = (data: IDataObject, ...ids: Array<string | number>) =>
	ids.filter((id) => isRemembered(data, key(id)));

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('what is written down for the time after a restart', () => {
	it('is bounded, and the oldest go first', () => {
		const data = writtenBy(new RecentEvents(), numbers(301));
		expect(rememberedIn(data, 0, 1, 300)).toEqual([1, 300]);
	});

	it('is small enough to be written again with every event', () => {
		const data = writtenBy(new RecentEvents(), numbers(500));
		expect(JSON.stringify(data).length).toBeLessThan(5_500);
	});

	it('goes on after what a process before wrote', () => {
		const data = writtenBy(new RecentEvents(), ['a', 'b']);
		writtenBy(new RecentEvents(), ['c', 'd'], data);
		expect(rememberedIn(data, 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'c', 'd']);
	});

	it('heals when a request that read older data wrote last', () => {
		const memory = new RecentEvents();
		writtenBy(memory, ['a']);
		const older = writtenBy(memory, ['b']);
		expect(rememberedIn(older, 'a', 'b')).toEqual(['a', 'b']);
	});

	it('is what all processes know, also when one of them overwrote what another wrote', () => {
		const [one, other] = [new RecentEvents(), new RecentEvents()];
		const before = writtenBy(one, ['a']);
		writtenBy(other, ['b'], { ...before });
		const overwritten = writtenBy(one, ['c'], { ...before });
		expect(rememberedIn(writtenBy(other, ['d'], overwritten), 'a', 'b', 'c', 'd')).toEqual([
			'a',
			'b',
			'c',
			'd',
		]);
	});

	it('is not found in the middle of two others', () => {
		const data = { delivered: '12345678abcdefghij12345678klmnopqrst' };
		expect(isRemembered(data, 'klmnopqrst')).toBe(true);
		expect(isRemembered(data, '12345678kl')).toBe(false);
		expect(isRemembered(data, 'fghij12345')).toBe(false);
	});

	it.each([[['nonsense']], ['nonsense'], [7]])('begins anew where static data is %j', (delivered) => {
		const data: IDataObject = { delivered };
		expect(isRemembered(data, 'nonsense')).toBe(false);
		expect(rememberedIn(writtenBy(new RecentEvents(), ['a'], data), 'a')).toEqual(['a']);
	});
});

describe('whether an event may have been delivered although it is not written down', () => {
	const occurred = (seconds: number) => ({ key: key('another'), occurredAt: noon + seconds * 1_000 });

	it('is ruled out as long as nothing was forgotten, however old the event is', () => {
		expect(mayBeForgotten(writtenBy(new RecentEvents(), numbers(299)), occurred(-3_600))).toBe(false);
	});

	it('is ruled out for what occurred after the oldest that is written down', () => {
		const data = writtenBy(new RecentEvents(), numbers(400));
		expect([99, 100, 101].map((second) => mayBeForgotten(data, occurred(second)))).toEqual([
			true,
			true,
			false,
		]);
	});

	it('does not depend on the order in which the events came', () => {
		const data = writtenBy(new RecentEvents(), numbers(400).reverse());
		expect([99, 100, 101].map((second) => mayBeForgotten(data, occurred(second)))).toEqual([
			true,
			true,
			false,
		]);
	});

	it('is not ruled out for one that does not say when it occurred', () => {
		expect(mayBeForgotten(writtenBy(new RecentEvents(), numbers(300)), { key: key('another') })).toBe(true);
	});
});
