import { line, pagerDutyServer } from '../pagerDutyServer';
import { byId, jsons, runNode } from '../pagerDutyNode';

const service = {
	id: 'PSERV01',
	type: 'service',
	name: 'Mail',
	status: 'active',
	self: 'https://api.pagerduty.com/services/PSERV01',
	teams: [
		{
			id: 'PTEAM01',
			type: 'team_reference',
			summary: 'Post',
			self: 'https://api.pagerduty.com/teams/PTEAM01',
		},
	],
	incident_urgency_rule: { type: 'constant', urgency: 'high' },
};
const simple = { id: 'PSERV01', name: 'Mail', status: 'active', teams: [{ id: 'PTEAM01', summary: 'Post' }] };

describe('Service', () => {
	it('Get reads one service with what was asked for beside it', async () => {
		const requests = pagerDutyServer(() => ({ body: { service } }));
		const parameters = { serviceId: byId('PSERV01'), options: { include: ['integrations', 'teams'] } };
		const { items } = await runNode('service.get', parameters);
		expect(requests.map(line)).toEqual(['GET /services/PSERV01?include[]=integrations&include[]=teams']);
		expect(jsons(items)).toEqual([simple]);
	});

	it("Get without Simplify hands out PagerDuty's object untouched", async () => {
		pagerDutyServer(() => ({ body: { service } }));
		const { items } = await runNode('service.get', { serviceId: byId('PSERV01'), simplify: false });
		expect(jsons(items)).toEqual([service]);
	});

	it('Get Many searches on the server, by text and team, sorted', async () => {
		const requests = pagerDutyServer(() => ({ body: { services: [service], more: false } }));
		const { items } = await runNode('service.getAll', {
			returnAll: true,
			filters: { query: 'ma il', teamIds: ['PTEAM01', 'PTEAM02'] },
			options: { sortBy: 'name:desc', include: ['teams'] },
		});
		expect(requests.map(line)).toEqual([
			'GET /services?query=ma il&team_ids[]=PTEAM01&team_ids[]=PTEAM02&include[]=teams&sort_by=name:desc&limit=100&offset=0',
		]);
		expect(jsons(items)).toEqual([simple]);
	});

	it('Get Many without Simplify hands out PagerDuty’s objects untouched', async () => {
		pagerDutyServer(() => ({ body: { services: [service], more: false } }));
		const { items } = await runNode('service.getAll', { simplify: false });
		expect(jsons(items)).toEqual([service]);
	});
});
