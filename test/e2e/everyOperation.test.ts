import { resources } from '../../nodes/PagerDuty/operations';
import { cases } from '../support/operations/cases';
import { n8nDesk } from './n8nDesk';
import { openStage } from './stage';

jest.setTimeout(60_000);

/** The first operation of each resource. */
const firstOfEach = resources.map(
	({ option, operations: [operation] }) => `${option.value}:${operation?.option.value}`,
);

describe('every operation in a real n8n 2.41', () => {
	const desk = n8nDesk(openStage());

	it.each(Object.entries(cases))('%s does what it says', async (title, prove) => {
		await prove(desk);
		expect(desk.used).toContain(title);
		expect(desk.newRequests()).not.toHaveLength(0);
	});
});

describe('an operation of each resource in a real n8n 1.123', () => {
	const desk = n8nDesk(openStage('1.123'));

	it.each(firstOfEach)('%s does what it says', async (title) => {
		await cases[title]?.(desk);
		expect(desk.used).toContain(title);
		expect(desk.newRequests()).not.toHaveLength(0);
	});
});
