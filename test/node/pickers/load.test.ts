import '../../support/waits';
import { line, pagerDutyServer, refusal } from '../pagerDutyServer';
import { loadList } from './loadOptionsHost';

describe('A multi-select', () => {
	it.each([
		['loadServices', 'services', 'Mail'],
		['loadTeams', 'teams', 'Mail'],
		['loadUsers', 'users', 'Mail (mail@example.com)'],
	] as const)('(%s) offers the whole list, page after page', async (method, name, label) => {
		const rows = Array.from({ length: 130 }, (_, index) => ({
			id: `P${index}`,
			name: 'Mail',
			email: 'mail@example.com',
		}));
		const requests = pagerDutyServer(({ query }) => {
			const offset = Number(query.find((pair) => pair.startsWith('offset='))?.split('=')[1]);
			return { body: { [name]: rows.slice(offset, offset + 100), more: offset === 0 } };
		});
		const options = await loadList(method);
		expect(options).toEqual(rows.map(({ id }) => ({ name: label, value: id })));
		expect(requests.every(({ path }) => path === `/${name}`)).toBe(true);
	});

	it('of incident types offers names, without the paging that PagerDuty refuses there', async () => {
		const types = [{ id: 'PTYPE01', name: 'major_incident', display_name: 'Major Incident' }];
		const requests = pagerDutyServer(() => ({ body: { incident_types: types } }));
		expect(await loadList('loadIncidentTypes')).toEqual([
			{ name: 'Major Incident', value: 'major_incident' },
		]);
		expect(requests.map(line)).toEqual(['GET /incidents/types?filter=enabled']);
	});

	it('says what is wrong when the key may not read it', async () => {
		pagerDutyServer(() => refusal(401, 'Unauthorized', 2006));
		await expect(loadList('loadUsers')).rejects.toMatchObject({
			message: 'Unauthorized',
			description: expect.stringContaining('does not accept this API key'),
		});
	});
});
