import { pagerDutyServer } from './pagerDutyServer';
import { byId, runNode } from './pagerDutyNode';

const hostile = [
	'../users',
	'..',
	'%2e%2e',
	'%2e%2e%2fusers',
	'a/b',
	'PABC123/../../users',
	'PABC123?x=1',
	'PABC123#',
	'🔥',
	' ',
	'P\r\nX: y',
];

describe('An ID that is none', () => {
	it.each(
		[
			'incident.get',
			'incident.resolve',
			'incident.update',
			'incidentNote.create',
			'incidentNote.getAll',
			'service.get',
		].flatMap((operation) => hostile.map((value) => [operation, value])),
	)('is refused by %s before anything is sent: %j', async (operation, value) => {
		const requests = pagerDutyServer(() => ({ body: {} }));
		const locator = byId(`={{ ${JSON.stringify(value)} }}`);
		const parameters = {
			incidentId: locator,
			serviceId: locator,
			content: 'a',
			updateFields: { title: 'b' },
		};
		const { error } = await runNode(operation, parameters);
		expect(error?.message).toMatch(/^"(Incident|Service)"(:| is missing)/);
		expect(requests).toEqual([]);
	});
});
