import { noteFigures, type Figures } from '../../support/figures';
import { openDesk, type Desk } from '../../support/operations/desk';
import { addHistory, idsInOrder, idsOf, noRateLimit, orders } from './history';
import { measured } from './measured';

const count = 25_000;

describe(`A list of ${count} rows over 14 months, 3,000 of them in the same second`, () => {
	let desk: Desk;
	const figures: Figures = { 'Rows in each list': count };
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty', settings: noRateLimit });
		addHistory(desk.sandbox, count);
	});
	beforeEach(() => void desk.newRequests());
	afterAll(async () => {
		noteFigures('lists', figures);
		await desk.sandbox.close();
	});

	const filters = { allTime: true };
	/** A page brings 99 new rows; where the ceiling falls among rows of one second, they are read again. */
	const enough = count / 99 + 40;

	it.each(Object.keys(orders).slice(2))('has every incident once, in the order %s', async (sortBy) => {
		const incidents = await desk.read('incident:getAll', { returnAll: true, filters, options: { sortBy } });
		expect(idsOf(incidents)).toEqual(idsInOrder(desk, sortBy));
		expect(desk.newRequests().length).toBeLessThan(enough);
	});

	it.each(Object.keys(orders).slice(0, 2))(
		'has every incident once between Since and Until, more than six months apart, in the order %s',
		async (sortBy) => {
			const [first, last] = [desk.sandbox.incidents()[500], desk.sandbox.incidents()[24_500]];
			const filters = { since: first?.createdAt ?? '', until: last?.createdAt ?? '' };
			const parameters = { returnAll: true, filters, options: { sortBy } };
			const ids = idsInOrder(desk, sortBy);
			const [from, to] = [ids.indexOf(first?.id ?? ''), ids.indexOf(last?.id ?? '')];
			const expected = sortBy.endsWith('asc') ? ids.slice(from, to) : ids.slice(to + 1, from + 1);
			expect(idsOf(await desk.read('incident:getAll', parameters))).toEqual(expected);
		},
	);

	it.each([
		['simplified', true],
		['not simplified', false],
	])('has every incident once, newest first, %s', async (how, simplify) => {
		const { result, cost } = await measured(
			desk,
			async () => await desk.read('incident:getAll', { returnAll: true, filters, simplify }),
		);
		expect(idsOf(result)).toEqual(idsInOrder(desk, 'created_at:desc'));
		figures[`Heap that all incidents take, ${how}`] = `${cost.megabytes.toFixed(0)} MB`;
		if (!simplify) return;
		figures['Requests for all incidents'] = cost.requests;
		figures['Seconds for all incidents'] = cost.seconds.toFixed(1);
	});

	it('has every log entry once, newest first', async () => {
		const { result, cost } = await measured(
			desk,
			async () => await desk.read('logEntry:getAll', { returnAll: true }),
		);
		const logged = desk.sandbox.incidents().flatMap(({ id }) => desk.sandbox.log(id));
		expect(new Set(idsOf(result))).toEqual(new Set(idsOf(logged)));
		expect(result).toHaveLength(count);
		const times = result.map(({ created_at: at }) => Date.parse(String(at)));
		expect(times).toEqual([...times].sort((a, b) => b - a));
		expect(cost.requests).toBeLessThan(enough);
		figures['Requests for all log entries'] = cost.requests;
		figures['Seconds for all log entries'] = cost.seconds.toFixed(1);
	});

	it('is read no further than a Limit above the ceiling needs', async () => {
		const entries = await desk.read('logEntry:getAll', { limit: 12_000 });
		expect(new Set(idsOf(entries)).size).toBe(12_000);
		expect(desk.newRequests().length).toBeLessThan(12_000 / 99 + 40);
	});
});
