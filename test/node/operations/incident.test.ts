import { pagerDutyServer, line } from '../pagerDutyServer';
import { byId, jsons, runNode } from '../pagerDutyNode';
import { incident, simple } from './incident';

const incidentId = byId(incident.id);

describe('Incident', () => {
	it('Get reads one incident with what was asked for beside it, and keeps what people use', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }));
		const options = { include: ['services', 'first_trigger_log_entries'] };
		const { items } = await runNode('incident.get', { incidentId, options });
		expect(requests.map(line)).toEqual([
			'GET /incidents/Q1A2B3C4D5E6F7?include[]=services&include[]=first_trigger_log_entries',
		]);
		expect(items).toEqual([{ json: simple, pairedItem: { item: 0 } }]);
	});

	it("Get without Simplify hands out PagerDuty's object untouched", async () => {
		pagerDutyServer(() => ({ body: { incident } }));
		const { items } = await runNode('incident.get', { incidentId, simplify: false });
		expect(jsons(items)).toEqual([incident]);
	});

	it('Get takes an incident number as well', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }));
		await runNode('incident.get', { incidentId: byId('42') });
		expect(requests.map(line)).toEqual(['GET /incidents/42']);
	});

	it('Create sends the title, the service and every additional field in PagerDuty’s shape', async () => {
		const requests = pagerDutyServer(() => ({ status: 201, body: { incident } }));
		const { items } = await runNode('incident.create', {
			serviceId: byId('PSERV01'),
			title: ' The mail queue is growing ',
			additionalFields: {
				details: 'since noon',
				urgency: 'low',
				priorityId: byId('PPRIO01'),
				assigneeIds: ['PUSER01', 'PUSER02'],
				incidentKey: 'mail-queue',
				incidentType: 'major_incident',
				conferenceNumber: '+1 415-555-1212,,,,1234#',
				conferenceUrl: 'https://meet.example.com/mail',
			},
		});
		expect(requests.map(line)).toEqual(['POST /incidents']);
		expect(requests[0]?.body).toEqual({
			incident: {
				type: 'incident',
				title: 'The mail queue is growing',
				service: { id: 'PSERV01', type: 'service_reference' },
				incident_key: 'mail-queue',
				body: { type: 'incident_body', details: 'since noon' },
				urgency: 'low',
				priority: { id: 'PPRIO01', type: 'priority_reference' },
				assignments: [
					{ assignee: { id: 'PUSER01', type: 'user_reference' } },
					{ assignee: { id: 'PUSER02', type: 'user_reference' } },
				],
				incident_type: { name: 'major_incident' },
				conference_bridge: {
					conference_number: '+1 415-555-1212,,,,1234#',
					conference_url: 'https://meet.example.com/mail',
				},
			},
		});
		expect(jsons(items)).toEqual([simple]);
	});

	it('Create leaves out what was not filled in', async () => {
		const requests = pagerDutyServer(() => ({ status: 201, body: { incident } }));
		await runNode('incident.create', {
			serviceId: byId('PSERV01'),
			title: 'Disk full',
			additionalFields: {
				details: '  ',
				escalationPolicyId: byId('PPOLI01'),
				assigneeIds: [],
				incidentType: '',
			},
		});
		expect(requests[0]?.body.incident).toEqual({
			type: 'incident',
			title: 'Disk full',
			service: { id: 'PSERV01', type: 'service_reference' },
			incident_key: expect.stringMatching(/^n8n-[0-9a-f]{32}$/),
			escalation_policy: { id: 'PPOLI01', type: 'escalation_policy_reference' },
		});
	});

	it('Update sends the changed fields only', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }));
		const { items } = await runNode('incident.update', {
			incidentId,
			updateFields: {
				status: 'resolved',
				resolution: 'Restarted',
				title: 'Mail',
				urgency: 'high',
				escalationLevel: 2,
			},
		});
		expect(requests.map(line)).toEqual(['PUT /incidents/Q1A2B3C4D5E6F7']);
		expect(requests[0]?.body).toEqual({
			incident: {
				type: 'incident_reference',
				status: 'resolved',
				title: 'Mail',
				resolution: 'Restarted',
				escalation_level: 2,
				urgency: 'high',
			},
		});
		expect(jsons(items)).toEqual([simple]);
	});

	it('Acknowledge and Resolve change the status, Resolve with a note where one is given', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }));
		await runNode('incident.acknowledge', { incidentId });
		await runNode('incident.resolve', { incidentId });
		const { items } = await runNode('incident.resolve', {
			incidentId,
			resolution: 'Restarted',
			simplify: false,
		});
		expect(requests.map(line)).toEqual(Array(3).fill('PUT /incidents/Q1A2B3C4D5E6F7'));
		expect(requests.map(({ body }) => body.incident)).toEqual([
			{ type: 'incident_reference', status: 'acknowledged' },
			{ type: 'incident_reference', status: 'resolved' },
			{ type: 'incident_reference', status: 'resolved', resolution: 'Restarted' },
		]);
		expect(jsons(items)).toEqual([incident]);
	});
});
