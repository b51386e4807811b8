import '../../support/waits';
import { path } from '../../../nodes/PagerDuty/api/path';
import { loadIn, searchIn } from '../../../nodes/PagerDuty/fields/childPicker';
import { incidentId } from '../../../nodes/PagerDuty/fields/objects/incident';
import type { Source } from '../../../nodes/PagerDuty/fields/picker';
import { byId, tokenCredential } from '../pagerDutyNode';
import { line, pagerDutyServer } from '../pagerDutyServer';
import { pickerContext } from './loadOptionsHost';

const alertsOf = (incident: string): Source => ({
	request: () => ({ method: 'GET', path: path`/incidents/${incident}/alerts` }),
	list: 'alerts',
	scopes: ['incidents.read'],
	name: (row) => String(row.summary),
});
const search = searchIn(incidentId, alertsOf);
const load = loadIn(incidentId, alertsOf);

const form = (incident?: unknown) =>
	pickerContext(
		{ pagerDutyTokenApi: { ...tokenCredential } },
		{ authentication: 'token', incidentId: incident as string },
	);
const answers = () => ({ body: { alerts: [{ id: 'PALERT1', summary: 'disk full' }], more: false } });
const entry = { name: 'disk full', value: 'PALERT1' };

describe('A picker of what belongs to another object', () => {
	it.each([
		['its ID', byId('QABC123')],
		['its address', { __rl: true, mode: 'url', value: 'https://acme.pagerduty.com/incidents/QABC123' }],
		['the list', { __rl: true, mode: 'list', value: 'QABC123' }],
	])('offers what belongs to the one that was picked by %s', async (_, incident) => {
		const requests = pagerDutyServer(answers);
		expect((await search.call(form(incident))).results).toEqual([entry]);
		expect(await load.call(form(incident))).toEqual([entry]);
		expect(requests.map((request) => line(request).split('?')[0])).toEqual(
			Array(2).fill('GET /incidents/QABC123/alerts'),
		);
	});

	it.each([
		['nothing is picked', undefined],
		['the picker is empty', byId('')],
		['an expression picks it', byId('={{ $json.id }}')],
	])('says what to do while %s, and asks for nothing', async (_, incident) => {
		const requests = pagerDutyServer(answers);
		await expect(search.call(form(incident))).rejects.toMatchObject({
			message: 'There is nothing to choose from until "Incident" is picked',
			description: expect.stringContaining('Pick one from the list of "Incident" first'),
		});
		await expect(load.call(form(incident))).rejects.toThrow('"Incident"');
		expect(requests).toEqual([]);
	});
});
