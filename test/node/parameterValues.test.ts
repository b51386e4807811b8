import type { IDataObject } from 'n8n-workflow';

import { line, pagerDutyServer } from './pagerDutyServer';
import { byId, runNode } from './pagerDutyNode';

const answers = () => ({ body: { incident: {}, incidents: [], services: [], notes: [], more: false } });

describe('A parameter', () => {
	it.each<[string, unknown]>([
		['=4711', '4711'],
		['={{ 4711 }}', '4711'],
		['={{ true }}', 'true'],
	])('for text takes %s as text, and pages', async (value, sent) => {
		const requests = pagerDutyServer(answers);
		const parameters = { serviceId: byId('PSERV01'), title: value, additionalFields: { incidentKey: value } };
		await runNode('incident.create', parameters);
		expect(requests[0]?.body).toMatchObject({ incident: { title: sent, incident_key: sent } });
	});

	it('for text refuses an object with its JSON, and says what to do', async () => {
		const requests = pagerDutyServer(answers);
		const { error } = await runNode('incident.create', {
			serviceId: byId('PSERV01'),
			title: '={{ { level: 3, summary: "Disk full" } }}',
		});
		expect(error?.message).toBe('"Title" needs text, and this is an object');
		expect(error?.description).toContain('{"level":3,"summary":"Disk full"}');
		expect(error?.description).toContain('such as "summary", or JSON.stringify');
		expect(requests).toEqual([]);
	});

	it('for text shows of a refused object also what JSON cannot say', async () => {
		pagerDutyServer(answers);
		const { error } = await runNode('incident.create', {
			serviceId: byId('PSERV01'),
			title: '={{ { level: (each) => each } }}',
		});
		expect(error?.message).toBe('"Title" needs text, and this is an object');
		expect(error?.description).toContain('This item has {"level":"');
	});

	it('for Details takes an object as lines that people can read', async () => {
		const requests = pagerDutyServer(answers);
		await runNode('incident.create', {
			serviceId: byId('PSERV01'),
			title: 'Disk full',
			additionalFields: {
				details: '={{ { host: "db-1", disks: [{ path: "/var", used: 0.99 }], owner: null } }}',
			},
		});
		const lines = ['host: db-1', 'disks:', '  -', '    path: /var', '    used: 0.99', 'owner: –'];
		expect(requests[0]?.body).toMatchObject({ incident: { body: { details: lines.join('\n') } } });
	});

	it.each([
		['05/10/2026', 'leaves open which number is the day'],
		['5.10.26', 'leaves open which number is the day'],
		['10-05-2026 12:00', 'leaves open which number is the day'],
		['2026', 'is not a date'],
		['20260131', 'is not a date'],
		['={{ {} }}', 'is not a date'],
	])('for a time refuses %s with an example', async (since, words) => {
		const requests = pagerDutyServer(answers);
		const { error } = await runNode('incident.getAll', { filters: { since } });
		expect(error?.message).toContain(`"Filters > Since" ${words}`);
		expect(error?.message).toContain('Write it like 2026-01-31T14:30:00Z');
		expect(requests).toEqual([]);
	});

	it.each([
		['https://acme.pagerduty.com/incidents/Q1A2B3C4D5E6F7', 'Q1A2B3C4D5E6F7'],
		['https://acme.eu.pagerduty.com/incidents/Q1A2B3C4D5E6F7/timeline?x=1', 'Q1A2B3C4D5E6F7'],
		[' https://acme.pagerduty.com/incidents/42 ', '42'],
	])('with the pasted address %s means its ID', async (value, id) => {
		const requests = pagerDutyServer(answers);
		await runNode('incident.get', { incidentId: { __rl: true, mode: 'url', value } });
		expect(requests.map(line)).toEqual([`GET /incidents/${id}`]);
	});

	it.each([
		'"Q1A2B3C4D5E6F7"',
		"'Q1A2B3C4D5E6F7'",
		' `Q1A2B3C4D5E6F7` ',
		'"https://acme.pagerduty.com/incidents/Q1A2B3C4D5E6F7"',
	])('with %s means the ID in the quotes, as language models write it', async (value) => {
		const requests = pagerDutyServer(answers);
		await runNode('incident.get', { incidentId: byId(value) });
		expect(requests.map(line)).toEqual(['GET /incidents/Q1A2B3C4D5E6F7']);
	});

	it('with the address of something else is refused by name', async () => {
		const requests = pagerDutyServer(answers);
		const { error } = await runNode('incident.get', {
			incidentId: byId('https://acme.pagerduty.com/incidents'),
		});
		expect(error?.message).toContain('"Incident" is neither');
		expect(requests).toEqual([]);
	});

	it.each<[string, unknown]>([
		['a list', ['PSERV01', 'PSERV02']],
		['text with commas', 'PSERV01, PSERV02,'],
		['an expression that gives a list', '={{ ["PSERV01", "PSERV02"] }}'],
		['a list as JSON text, as language models write it', '["PSERV01", "PSERV02"]'],
		[
			'objects with an id, as triggers give them',
			'={{ [{ id: "PSERV01", type: "service_reference" }, { id: "PSERV02" }] }}',
		],
		['addresses', ['https://acme.pagerduty.com/service-directory/PSERV01', 'PSERV02']],
	])('that holds several IDs may be %s', async (_, serviceIds) => {
		const requests = pagerDutyServer(answers);
		await runNode('incident.getAll', { filters: { serviceIds } as IDataObject });
		expect(requests[0]?.query).toEqual([
			'service_ids[]=PSERV01',
			'service_ids[]=PSERV02',
			'sort_by=created_at:desc',
			'limit=50',
			'offset=0',
		]);
	});

	it('that is empty is left out', async () => {
		const requests = pagerDutyServer(answers);
		const filters = { serviceIds: [], statuses: '', since: '', incidentKey: '  ', teamIds: '={{ null }}' };
		await runNode('incident.getAll', { filters });
		expect(requests.map(line)).toEqual(['GET /incidents?sort_by=created_at:desc&limit=50&offset=0']);
	});

	it.each([
		['2026-01-31T12:00:00', '2026-01-31T17:00:00.000Z'],
		['2026-01-31 12:00', '2026-01-31T17:00:00.000Z'],
		['2026-01-31T12:00:00+02:00', '2026-01-31T10:00:00.000Z'],
		['1769860800', '2026-01-31T12:00:00.000Z'],
		['={{ 1769860800000 }}', '2026-01-31T12:00:00.000Z'],
		['={{ new Date(1769860800000) }}', '2026-01-31T12:00:00.000Z'],
		['={{ DateTime.fromISO("2026-01-31T12:00:00Z") }}', '2026-01-31T12:00:00.000Z'],
	])("with the time %s is meant in the workflow's time zone unless it names one", async (since, sent) => {
		const requests = pagerDutyServer(answers);
		await runNode(
			'incident.getAll',
			{ filters: { since }, options: { sortBy: 'created_at:asc' } },
			{ timezone: 'America/New_York' },
		);
		expect(requests[0]?.query).toContain(`since=${sent}`);
	});
});
