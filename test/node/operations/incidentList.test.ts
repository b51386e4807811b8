import { line, pagerDutyServer } from '../pagerDutyServer';
import { jsons, runNode } from '../pagerDutyNode';
import { incident, simple } from './incident';

describe('Incident', () => {
	it('Get Many sends every filter and option under PagerDuty’s names', async () => {
		const requests = pagerDutyServer(() => ({ body: { incidents: [incident], more: false } }));
		const { items } = await runNode('incident.getAll', {
			returnAll: false,
			limit: 10,
			filters: {
				statuses: ['triggered', 'acknowledged'],
				serviceIds: ['PSERV01'],
				teamIds: ['PTEAM01'],
				userIds: ['PUSER01'],
				urgencies: ['high'],
				since: '2026-01-31T14:30:00Z',
				until: '2026-02-28T00:00:00Z',
				incidentKey: 'mail-queue',
			},
			options: { sortBy: 'created_at:asc', timeZone: 'Europe/Berlin', include: ['teams'] },
		});
		expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /incidents']);
		expect([...(requests[0]?.query ?? [])].sort()).toEqual([
			'incident_key=mail-queue',
			'include[]=teams',
			'limit=10',
			'offset=0',
			'service_ids[]=PSERV01',
			'since=2026-01-31T14:30:00.000Z',
			'sort_by=created_at:asc',
			'statuses[]=acknowledged',
			'statuses[]=triggered',
			'team_ids[]=PTEAM01',
			'time_zone=Europe/Berlin',
			'until=2026-02-28T00:00:00.000Z',
			'urgencies[]=high',
			'user_ids[]=PUSER01',
		]);
		expect(jsons(items)).toEqual([simple]);
	});

	it('Get Many over all time asks for just that', async () => {
		const requests = pagerDutyServer(() => ({ body: { incidents: [], more: false } }));
		const { items } = await runNode('incident.getAll', { filters: { allTime: true } });
		expect(requests.map(line)).toEqual([
			'GET /incidents?date_range=all&sort_by=created_at:desc&limit=50&offset=0',
		]);
		expect(items).toEqual([]);
	});
});
