import { pagerDutyServer, refusal } from '../pagerDutyServer';
import { byId, jsons, runNode } from '../pagerDutyNode';

const items = Array.from({ length: 40 }, (_, index) => ({ id: `P${String(index).padStart(5, '0')}` }));
/** Requests that are under way when the limit strikes cannot be called back. */
const underWay = 4;

describe('After 429', () => {
	it('all items of the execution are held back, and every one of them arrives', async () => {
		let limitedAt: number | undefined;
		const early: string[] = [];
		pagerDutyServer(({ path }, requests) => {
			if (requests.length === 8) {
				limitedAt = Date.now();
				return { ...refusal(429, 'Rate Limit', 2020), headers: { 'ratelimit-reset': '1' } };
			}
			if (limitedAt !== undefined && Date.now() - limitedAt < 1000) early.push(path);
			return { body: { incident: { id: path.split('/')[2] } } };
		});
		const output = await runNode('incident.get', { incidentId: byId('={{ $json.id }}') }, { items });
		expect(jsons(output.items)).toEqual(items);
		expect(limitedAt).toBeDefined();
		expect(early.length).toBeLessThanOrEqual(underWay);
	});
});
