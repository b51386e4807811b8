import { waits } from '../../support/waits';
import { broken, line, pagerDutyServer, refusal, type Reply } from '../pagerDutyServer';
import { byId, jsons, runNode } from '../pagerDutyNode';

const incidentId = byId('PABC123');
const found = { body: { incident: { id: 'PABC123' }, note: { id: 'PNOTE01' } } };
const page: Reply = {
	status: 502,
	headers: { 'content-type': 'text/html' },
	body: '<html>Bad Gateway</html>',
};
const cutOff: Reply = { headers: { 'content-type': 'application/json' }, body: '{"incident":{"id":"PABC1' };
const unknown = 'Nobody knows whether PagerDuty carried this request out';

const faults: Array<[string, Reply, string]> = [
	['500', refusal(500, 'Internal Error'), 'Internal Error'],
	['a proxy’s page with 502', page, 'PagerDuty has trouble of its own at the moment (HTTP 502)'],
	['503', refusal(503, 'Busy'), 'Busy'],
	['504', { status: 504, body: '' }, 'PagerDuty has trouble of its own at the moment (HTTP 504)'],
	['a connection that breaks off', broken('ECONNRESET'), 'PagerDuty could not be reached'],
	['no answer in time', broken('ETIMEDOUT'), 'PagerDuty could not be reached'],
	['JSON that breaks off', cutOff, 'PagerDuty could not be reached'],
	['a sign-in page with 200', { body: '<html>Sign in</html>' }, 'PagerDuty could not be reached'],
];

describe.each(faults)('After %s', (_, fault, title) => {
	const once = () => pagerDutyServer((__, requests) => (requests.length === 1 ? fault : found));

	it.each([
		['incident.get', 'GET /incidents/PABC123'],
		['incident.acknowledge', 'PUT /incidents/PABC123'],
	])('%s is sent again', async (operation, request) => {
		const requests = once();
		const { items } = await runNode(operation, { incidentId });
		expect(requests.map(line)).toEqual([request, request]);
		expect(jsons(items)).toEqual([{ id: 'PABC123' }]);
		expect(waits).toHaveLength(1);
	});

	it('a note is not written again, and the error says that its fate is unknown', async () => {
		const requests = once();
		const { error } = await runNode('incidentNote.create', { incidentId, content: 'a' });
		expect(requests.map(line)).toEqual(['POST /incidents/PABC123/notes']);
		expect(error?.message).toBe(title);
		expect(error?.description).toContain(unknown);
	});

	it('five tries are enough for an error', async () => {
		const requests = pagerDutyServer(() => fault);
		const { error } = await runNode('incident.get', { incidentId });
		expect(requests).toHaveLength(5);
		expect(error?.message).toBe(title);
		expect(error?.description ?? '').not.toContain(unknown);
	});
});

describe('When there was no connection at all', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
		'(%s) a note is sent again: nobody got it',
		async (code) => {
			const requests = pagerDutyServer((_, all) => (all.length === 1 ? broken(code) : found));
			const { items } = await runNode('incidentNote.create', { incidentId, content: 'a' });
			expect(requests).toHaveLength(2);
			expect(jsons(items)).toEqual([{ id: 'PNOTE01' }]);
		},
	);

	it('the error says where to look, and not that the outcome is unknown', async () => {
		pagerDutyServer(() => broken('ENOTFOUND'));
		const { error } = await runNode('incidentNote.create', { incidentId, content: 'a' });
		expect(error?.message).toBe('PagerDuty could not be reached');
		expect(error?.description).toBe(
			'The host name could not be found (ENOTFOUND). Check that this n8n can reach the internet (firewall, proxy, DNS), and see status.pagerduty.com.',
		);
	});
});
