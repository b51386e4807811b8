import { resources } from '../../../nodes/PagerDuty/operations';
import { cases } from '../../support/operations/cases';
import { openDesk, type Desk } from '../../support/operations/desk';

const offered = resources.flatMap(({ option, operations }) =>
	operations.map((operation) => `${option.value}:${operation.option.value}`),
);

describe('every operation against a PagerDuty that remembers', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	it('has a case for each operation that the node offers, and for no other', () => {
		expect(Object.keys(cases).sort()).toEqual([...offered].sort());
	});

	it.each(Object.entries(cases))('%s does what it says', async (title, prove) => {
		await prove(desk);
		expect(desk.used).toContain(title);
		expect(desk.newRequests()).not.toHaveLength(0);
	});
});
