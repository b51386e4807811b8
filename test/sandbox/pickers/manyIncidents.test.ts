import { sandboxKeys, startSandbox, type Sandbox } from '../../../sandbox';
import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { pickerContext } from '../../node/pickers/loadOptionsHost';
import { noRateLimit } from '../lists/history';
import { requestRounds } from '../operations/requestRounds';

const { listSearch } = new PagerDuty().methods;
const day = 86_400_000;
const resolvedInAMonth = 12_000;

describe(`the picker of incidents, where ${resolvedInAMonth} were resolved in a month`, () => {
	let sandbox: Sandbox;
	let oldNumber: number;
	beforeAll(async () => {
		sandbox = await startSandbox({
			strict: true,
			seed: 'empty',
			settings: { ...noRateLimit, latencyMs: 25 },
		});
		const at = (days: number) => new Date(Date.now() - days * day).toISOString();
		sandbox.addIncidents(1, { title: 'Checkout leaks memory', createdAt: at(90), status: 'triggered' });
		sandbox.addIncidents(1, { title: 'Nightly backup failed', createdAt: at(400), status: 'resolved' });
		oldNumber = sandbox.incidents().at(-1)?.number ?? 0;
		sandbox.addIncidents(resolvedInAMonth, (index) => ({
			title: `Disk ${index} is full`,
			createdAt: at(0.1 + (28 * index) / resolvedInAMonth),
			status: 'resolved',
		}));
	}, 60_000);
	afterAll(() => sandbox.close());

	async function find(text?: string) {
		const context = pickerContext({
			pagerDutyTokenApi: { region: 'custom', baseUrl: sandbox.url, apiToken: sandboxKeys.account },
		});
		const before = sandbox.requests().length;
		const { results } = await listSearch.searchIncidents.call(context, text);
		return {
			names: results.map(({ name }) => name),
			requests: sandbox.requests().length - before,
		};
	}

	it('finds an open one of any age by a word of its title, without reading all others', async () => {
		const { names, requests } = await find('leaks');
		expect(names).toEqual([expect.stringContaining('Checkout leaks memory (triggered)')]);
		expect(requests).toBeLessThan(50);
	});

	it('finds none, and without an error, when nothing fits', async () => {
		const { names, requests } = await find('no such incident');
		expect(names).toEqual([]);
		expect(requests).toBeLessThan(50);
	});

	it.each(['', '#'])('finds any one by its number directly, written %s1044', async (sign) => {
		const { names, requests } = await find(`${sign}${oldNumber}`);
		expect(names[0]).toBe(`#${oldNumber} Nightly backup failed (resolved)`);
		expect(requests).toBeLessThanOrEqual(3);
	});

	it('shows what it found so far when PagerDuty is slow', async () => {
		const { result, rounds } = await requestRounds(sandbox, async () => await find('leaks'));
		expect(result.names).toHaveLength(1);
		// Two seconds of answers that take 0.7 each. On a slow machine they are fewer, never more.
		expect(rounds).toBeLessThanOrEqual(3);
	});

	it('shows open ones although PagerDuty fails at the others', async () => {
		sandbox.fail({ kind: 'status', status: 400, path: '/incidents', skip: 1, times: 5 });
		expect((await find('leaks')).names).toHaveLength(1);
		sandbox.recover();
		sandbox.fail({ kind: 'status', status: 400, path: '/incidents', skip: 1, times: 5 });
		expect((await find()).names).toHaveLength(1);
		sandbox.recover();
	});
});
