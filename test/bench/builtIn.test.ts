import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openArena, type Arena } from './arena';
import { compare, table, type Comparison, type Contest } from './comparison';

jest.setTimeout(180_000);

const limited = { rateLimit: { requests: 100, perMs: 5_000, headers: true } };

/**
 * Of many items in one request. It is 23 times on a quick machine and 11 on one half as quick: what is left is n8n's own
 * work, which reads parameters and credential for each item, while the built-in node waits 500 times for the same 25 ms.
 */
const timesFaster = 8;

/** Ratios, measured in one n8n within one run: absolute times say more about the machine than about the nodes. */
describe("beside n8n's built-in PagerDuty node", () => {
	let arena: Arena;
	const comparisons: Comparison[] = [];

	beforeAll(async () => {
		arena = await openArena();
	});

	afterAll(async () => {
		await arena?.close();
		if (comparisons.length === 0) return;
		const folder = join(__dirname, '..', '..', 'build');
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(comparisons, null, '\t')}\n`);
		process.stdout.write(`\n${table(comparisons)}\n\n`);
	});

	const measure = async (title: string, contest: Contest) => {
		const comparison = await compare(arena, title, contest);
		comparisons.push(comparison);
		return comparison;
	};

	it('acknowledges 500 incidents with 2 requests instead of 500, at least 8 times faster', async () => {
		const { ours, builtIn, ratio } = await measure('Acknowledge 500 incidents', {
			task: 'acknowledge',
			incidents: 500,
			rounds: 2,
		});
		expect(ours).toMatchObject({ incidents: 500, requests: 2 });
		expect(builtIn).toMatchObject({ incidents: 500, requests: 500 });
		expect(ratio).toBeLessThanOrEqual(1 / timesFaster);
	});

	it('escalates 500 incidents with 2 requests instead of 500, at least 8 times faster', async () => {
		const { ours, builtIn, ratio } = await measure('Escalate 500 incidents', {
			task: 'escalate',
			incidents: 500,
			rounds: 2,
		});
		expect(ours).toMatchObject({ incidents: 500, requests: 2 });
		expect(builtIn).toMatchObject({ incidents: 500, requests: 500 });
		expect(ratio).toBeLessThanOrEqual(1 / timesFaster);
	});

	it('lists 2,000 incidents in at most half of the time', async () => {
		const { ours, builtIn, ratio } = await measure('List 2,000 incidents', {
			task: 'list',
			incidents: 2_000,
			// They are short: of four, none may have had the machine to itself.
			rounds: 8,
		});
		expect([ours.incidents, builtIn.incidents]).toEqual([2_000, 2_000]);
		expect(ratio).toBeLessThanOrEqual(0.5);
	});

	it('gets 200 incidents in at most half of the time', async () => {
		const { ours, builtIn, ratio } = await measure('Get 200 incidents', {
			task: 'get',
			incidents: 200,
			rounds: 3,
		});
		expect([ours.incidents, builtIn.incidents]).toEqual([200, 200]);
		expect(ratio).toBeLessThanOrEqual(0.5);
	});

	it('gets 300 of 300 incidents at a limit of 100 requests in 5 seconds, where most are lost', async () => {
		const title = 'Get 300 incidents at 100 requests in 5 s';
		const { ours, builtIn } = await measure(title, {
			task: 'get',
			incidents: 300,
			rounds: 1,
			settings: limited,
		});
		expect(ours.incidents).toBe(300);
		expect(builtIn.incidents).toBeLessThan(150);
	});

	it('lists 12,000 of 12,000 incidents, where the built-in node gives none', async () => {
		const { ours, builtIn } = await measure('List 12,000 incidents', {
			task: 'list',
			incidents: 12_000,
			rounds: 1,
		});
		expect(ours.incidents).toBe(12_000);
		expect(builtIn.incidents).toBe(0);
	});

	it('gets 50 of 50 incidents through a server fault and a broken connection, where two are lost', async () => {
		const { ours, builtIn } = await measure('Get 50 incidents, one 503 and one broken connection', {
			task: 'get',
			incidents: 50,
			rounds: 1,
			faults: [
				{ path: '/incidents', kind: 'status', status: 503, skip: 9 },
				{ path: '/incidents', kind: 'reset', skip: 29 },
			],
		});
		expect(ours.incidents).toBe(50);
		expect(builtIn.incidents).toBe(48);
	});
});
