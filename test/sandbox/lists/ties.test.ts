import { openDesk, type Desk } from '../../support/operations/desk';
import { noRateLimit } from './history';

describe('More than 10,000 rows of the same second', () => {
	let desk: Desk;
	const createdAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000).toISOString();
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty', settings: noRateLimit });
		desk.sandbox.addIncidents(10);
		desk.sandbox.addIncidents(10_001, { createdAt });
	});
	afterAll(() => desk.sandbox.close());

	it.each([
		['incident:getAll', 'incidents'],
		['logEntry:getAll', 'log entries'],
	])('are no list (%s) but an error that says so', async (title, what) => {
		const { items, error } = await desk.run(title, { returnAll: true });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(`More than 10000 ${what} were created at ${createdAt.slice(0, 19)}`);
		expect(error?.description).toContain('Narrow the list with a filter');
	});
});
