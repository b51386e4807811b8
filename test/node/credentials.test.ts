import { eu, line, pagerDutyServer, us } from './pagerDutyServer';
import { apiToken, byId, jsons, runNode } from './pagerDutyNode';

const incident = { id: 'PABC123', title: 'Disk full' };
const incidentId = byId('PABC123');

describe('The credential of the node', () => {
	it('signs every request with the API key, in the version of the API that the node knows', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }), us);
		await runNode('incident.get', { incidentId });
		expect(requests[0]?.headers).toMatchObject({
			authorization: `Token token=${apiToken}`,
			accept: 'application/vnd.pagerduty+json;version=2',
		});
	});

	it('forgives blanks and line breaks around a pasted API key', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }));
		const pagerDutyTokenApi = { region: 'us', apiToken: ` ${apiToken}\n` };
		const { error } = await runNode('incident.get', { incidentId }, { credentials: { pagerDutyTokenApi } });
		expect(error).toBeUndefined();
		expect(requests[0]?.headers.authorization).toBe(`Token token=${apiToken}`);
	});

	it('sends an EU account to the EU', async () => {
		const requests = pagerDutyServer(() => ({ body: { incident } }), eu);
		const pagerDutyTokenApi = { region: 'eu', apiToken };
		const { items } = await runNode('incident.get', { incidentId }, { credentials: { pagerDutyTokenApi } });
		expect(requests.map(line)).toEqual(['GET /incidents/PABC123']);
		expect(jsons(items)).toEqual([incident]);
	});

	it.each(['https://proxy.example.com/pagerduty/', ' https://proxy.example.com/pagerduty '])(
		'sends a custom region to its Base URL, path included: "%s"',
		async (baseUrl) => {
			const requests = pagerDutyServer(() => ({ body: { incident } }), 'https://proxy.example.com');
			const pagerDutyTokenApi = { region: 'custom', baseUrl, apiToken };
			await runNode('incident.get', { incidentId }, { credentials: { pagerDutyTokenApi } });
			expect(requests.map(line)).toEqual(['GET /pagerduty/incidents/PABC123']);
		},
	);

	it.each([
		['http://proxy.example.com', 'must start with https://'],
		['proxy.example.com', 'is not a URL'],
		['https://key@proxy.example.com', 'holds more than an address'],
	])('refuses the Base URL %s before anything is sent', async (baseUrl, words) => {
		const requests = pagerDutyServer(() => ({ body: { incident } }), 'http://proxy.example.com');
		const pagerDutyTokenApi = { region: 'custom', baseUrl, apiToken };
		const { error } = await runNode('incident.get', { incidentId }, { credentials: { pagerDutyTokenApi } });
		expect(error?.message).toContain(words);
		expect(requests).toEqual([]);
	});

	it('never follows a redirect with the key', async () => {
		const elsewhere = pagerDutyServer(() => ({ body: { incident } }), 'https://elsewhere.example.com');
		const headers = { location: 'https://elsewhere.example.com/incidents/PABC123' };
		pagerDutyServer(() => ({ status: 302, headers }));
		const { error } = await runNode('incident.get', { incidentId });
		expect(error?.message).toBe('The address of the PagerDuty credential answers with a redirect');
		expect(elsewhere).toEqual([]);
	});

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'makes every item fail, and none succeed, when it cannot be used (%s)',
		async (onError) => {
			const pagerDutyTokenApi = { region: 'custom', baseUrl: 'http://proxy.example.com', apiToken };
			const options = {
				credentials: { pagerDutyTokenApi },
				settings: { onError },
				items: [{ a: 1 }, { a: 2 }],
			};
			const { items, errors } = await runNode('incident.get', { incidentId }, options);
			const failed = onError === 'continueErrorOutput' ? errors : items;
			expect(failed.map(({ json }) => json.error)).toEqual(
				Array(2).fill('The Base URL of the PagerDuty credential must start with https://'),
			);
			expect(onError === 'continueErrorOutput' ? items : errors).toEqual([]);
		},
	);
});
