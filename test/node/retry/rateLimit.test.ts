import { waits } from '../../support/waits';
import { line, pagerDutyServer, refusal, type Reply } from '../pagerDutyServer';
import { byId, jsons, runNode } from '../pagerDutyNode';

const incidentId = byId('PABC123');
const found = { body: { incident: { id: 'PABC123' }, note: { id: 'PNOTE01' } } };
const limited = (headers: Record<string, string> = {}): Reply => ({
	...refusal(429, 'Rate Limit', 2020),
	headers,
});

/** Answers with these replies one after another, then with the last one for ever. */
const inTurn = (...replies: Reply[]) =>
	pagerDutyServer((_, requests) => replies[Math.min(requests.length, replies.length) - 1] ?? found);

describe('After 429', () => {
	it('the request is sent again as soon as ratelimit-reset says', async () => {
		const requests = inTurn(limited({ 'ratelimit-limit': '960', 'ratelimit-reset': '7' }), found);
		const { items } = await runNode('incident.get', { incidentId });
		expect(jsons(items)).toEqual([{ id: 'PABC123' }]);
		expect(requests).toHaveLength(2);
		expect(waits[0]).toBeGreaterThanOrEqual(7000);
		expect(waits[0]).toBeLessThan(7500);
	});

	it('Retry-After is understood in seconds and as a date', async () => {
		const date = new Date(Date.now() + 30_000).toUTCString();
		inTurn(limited({ 'retry-after': '2' }), limited({ 'retry-after': date }), found);
		const { items } = await runNode('incident.get', { incidentId });
		expect(jsons(items)).toEqual([{ id: 'PABC123' }]);
		expect(waits[0]).toBeGreaterThanOrEqual(2000);
		expect(waits[1]).toBeGreaterThan(2500);
		expect(waits[1]).toBeLessThan(30_500);
	});

	it('without any header the waits grow from half a second on', async () => {
		inTurn(limited(), limited(), limited(), limited(), found);
		const { items } = await runNode('incident.get', { incidentId });
		expect(items).toHaveLength(1);
		for (const [index, wait] of waits.entries()) {
			expect(wait).toBeGreaterThan(249 * 2 ** index);
			expect(wait).toBeLessThanOrEqual(500 * 2 ** index);
		}
		expect(waits).toHaveLength(4);
	});

	it('any write is repeated as well, because PagerDuty did not take it', async () => {
		const requests = inTurn(limited({ 'ratelimit-reset': '1' }), found);
		const { items } = await runNode('incidentNote.create', { incidentId, content: 'a' });
		expect(jsons(items)).toEqual([{ id: 'PNOTE01', incident: { id: 'PABC123' } }]);
		expect(requests.map(line)).toEqual(Array(2).fill('POST /incidents/PABC123/notes'));
	});

	it('it ends after a bounded number of tries, with advice', async () => {
		const requests = inTurn(limited({ 'ratelimit-reset': '1' }));
		const { error } = await runNode('incident.get', { incidentId });
		expect(requests).toHaveLength(12);
		expect(error?.message).toBe('Rate Limit');
		expect(error?.description).toContain('after many tries');
	});

	it('it ends within five minutes, however long PagerDuty wants it to wait', async () => {
		const requests = inTurn(limited({ 'ratelimit-reset': '86400' }));
		const { error } = await runNode('incident.get', { incidentId });
		expect(requests.length).toBeGreaterThan(2);
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(300_000);
		expect(error?.message).toBe('Rate Limit');
	});
});
