import type { IDataObject } from 'n8n-workflow';

import { line, pagerDutyServer } from './pagerDutyServer';
import { byId, runNode } from './pagerDutyNode';

const answers = () => ({ body: { incident: {}, incidents: [], services: [], notes: [], more: false } });

describe('A wrong parameter', () => {
	it.each<[string, IDataObject, string, string]>([
		['incident.get', { incidentId: byId('={{ $json.nothing }}') }, '"Incident" is missing', 'expression'],
		['incident.resolve', { incidentId: byId('={{ $json.nothing }}') }, '"Incident" is missing', 'expression'],
		['incident.get', { incidentId: byId('P1!') }, '"Incident" is neither an incident ID', '"P1!"'],
		['service.get', { serviceId: byId('mail') + '' }, '"Service" is not a PagerDuty ID', 'object'],
		['incident.create', { serviceId: byId('PSERV01'), title: '={{ "" }}' }, '"Title" is missing', 'Fill in'],
		[
			'incident.create',
			{ serviceId: byId('PSERV01'), title: 'a'.repeat(1025), options: { ifTooLong: 'error' } },
			'"Title" is too long',
			'aaa',
		],
		['incident.getAll', { limit: 0 }, '"Limit" must be at least 1', '"0"'],
		['incident.getAll', { limit: '={{ "some" }}' }, '"Limit" must be a whole number', '"some"'],
		// JavaScript alone would read 16 and 1000 in two of these.
		...['0x10', '1e3', '#12'].map((limit): [string, IDataObject, string, string] => [
			'incident.getAll',
			{ limit: `={{ "${limit}" }}` },
			'"Limit" must be a whole number',
			`"${limit}"`,
		]),
		['incident.getAll', { limit: 1.5 }, '"Limit" must be a whole number', '"1.5"'],
		[
			'incident.getAll',
			{ filters: { since: 'yesterdayish' } },
			'"Filters > Since" is not a date',
			'yesterdayish',
		],
		[
			'incident.getAll',
			{ filters: { allTime: true, since: '2026-01-01' } },
			'"Filters > All Time" cannot',
			'true',
		],
		[
			'incident.getAll',
			{ filters: { since: '2026-02-01', until: '2026-01-01' } },
			'"Filters > Until" must be later',
			'2026',
		],
		[
			'incident.getAll',
			{ filters: { statuses: ['open'] } },
			'"Filters > Statuses" must be one of acknowledged, resolved, triggered',
			'"open"',
		],
		[
			'logEntry.getAll',
			{ filters: { isOverview: '={{ "perhaps" }}' } },
			'"Filters > Overview Only" must be true or false',
			'"perhaps"',
		],
		[
			'incident.getAll',
			{ filters: { serviceIds: ['PSERV01', 'mail!'] } },
			'"Filters > Service Names or IDs" is not',
			'"PSERV01, mail!"',
		],
		[
			'incident.getAll',
			{ options: { timeZone: 'Mars/Olympus' } },
			'"Options > Time Zone" is not',
			'"Mars/Olympus"',
		],
		[
			'incident.update',
			{ incidentId: byId('PABC123'), updateFields: {} },
			'"Update Fields" name nothing to change',
			'',
		],
		[
			'incident.update',
			{ incidentId: byId('PABC123'), updateFields: { resolution: 'done' } },
			'"Update Fields > Resolution Note" is only kept when Status is set to Resolved',
			'"done"',
		],
		[
			'incident.create',
			{
				serviceId: byId('PSERV01'),
				title: 'a',
				additionalFields: { escalationPolicyId: byId('PPOLI01'), assigneeIds: ['PUSER01'] },
			},
			'"Additional Fields > Assignee Names or IDs" cannot be combined with an Escalation Policy',
			'"PUSER01"',
		],
		[
			'incidentNote.create',
			{ incidentId: byId('PABC123'), content: 'a'.repeat(25_001), options: { ifTooLong: 'error' } },
			'"Note" is too long',
			'aaa',
		],
	])(
		'of %s %j is named by its label and what is right, and nothing is sent',
		async (operation, parameters, title, more) => {
			const requests = pagerDutyServer(answers);
			const { error } = await runNode(operation, parameters);
			expect(error?.message).toContain(title);
			expect(error?.description).toContain(more);
			expect(error?.context.itemIndex).toBe(0);
			expect(requests).toEqual([]);
		},
	);

	it('is found in its item, and what is under way for other items is waited for', async () => {
		const requests = pagerDutyServer(answers);
		const options = { items: [{ id: 'PABC123' }, { id: '' }], settings: {} };
		const { error } = await runNode('incidentNote.getAll', { incidentId: byId('={{ $json.id }}') }, options);
		expect(error?.context.itemIndex).toBe(1);
		expect(requests.map(line)).toEqual(['GET /incidents/PABC123/notes']);
	});
});
