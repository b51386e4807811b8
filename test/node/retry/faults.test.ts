import { waits } from '../../support/waits';
import { broken, line, pagerDutyServer, refusal, type Reply } from '../pagerDutyServer';
import { byId, jsons, runNode } from '../pagerDutyNode';

const incidentId = byId('PABC123');
const found = { body: { incident: { id: 'PABC123' }, note: { id: 'PNOTE01' }, notes: [] } };
const page: Reply = {
	status: 502,
	headers: { 'content-type': 'text/html' },
	body: '<html>Bad Gateway</html>',
};
const cutOff: Reply = { headers: { 'content-type': 'application/json' }, body: '{"incident":{"id":"PABC1' };
const unknown = 'Nobody knows whether PagerDuty carried this request out';

const faults: Array<[string, Reply, string]> = [
	['500', refusal(500, 'Internal Error'), 'Internal Error'],
	['a proxy’s page with 502', page, 'PagerDuty is having problems at the moment (HTTP 502)'],
	['503', refusal(503, 'Busy'), 'Busy'],
	['504', { status: 504, body: '' }, 'PagerDuty is having problems at the moment (HTTP 504)'],
	['a connection that breaks off', broken('ECONNRESET'), 'PagerDuty could not be reached'],
	['no answer in time', broken('ETIMEDOUT'), 'PagerDuty could not be reached'],
	['JSON that breaks off', cutOff, "PagerDuty's answer could not be read"],
	['a sign-in page with 200', { body: '<html>Sign in</html>' }, "PagerDuty's answer could not be read"],
];

describe.each(faults)('After %s', (_, fault, title) => {
	const once = () => pagerDutyServer((__, requests) => (requests.length === 1 ? fault : found));

	it('a read is sent again', async () => {
		const requests = once();
		const { items } = await runNode('incident.get', { incidentId });
		expect(requests.map(line)).toEqual(['GET /incidents/PABC123', 'GET /incidents/PABC123']);
		expect(jsons(items)).toEqual([{ id: 'PABC123' }]);
		expect(waits).toHaveLength(1);
	});

	it.each([
		['incident.acknowledge', 'PUT /incidents/PABC123', 'GET /incidents/PABC123', { id: 'PABC123' }],
		[
			'incidentNote.create',
			'POST /incidents/PABC123/notes',
			'GET /incidents/PABC123/notes',
			{ id: 'PNOTE01', incident: { id: 'PABC123' } },
		],
	])('%s looks whether it was done, and is sent again because it was not', async (...expected) => {
		const [operation, write, look, result] = expected;
		const requests = once();
		const { items } = await runNode(operation, { incidentId, content: 'a' });
		expect(requests.map(line)).toEqual([write, look, write]);
		expect(jsons(items)).toEqual([result]);
		expect(waits).toHaveLength(1);
	});

	it('a write says that its fate is unknown when nothing answers any more', async () => {
		const requests = pagerDutyServer(() => fault);
		const { error } = await runNode('incidentNote.create', { incidentId, content: 'a' });
		expect(requests.map(({ method }) => method)).toEqual(['POST', ...Array<string>(5).fill('GET')]);
		expect(error?.message).toBe(title);
		expect(error?.description).toContain(unknown);
	});

	it('a note that is never to be found is written five times at most', async () => {
		const requests = pagerDutyServer(({ method }) => (method === 'GET' ? found : fault));
		const { error } = await runNode('incidentNote.create', { incidentId, content: 'a' });
		expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(5);
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

it('After a server fault a write comes back no sooner than PagerDuty asks for', async () => {
	const busy: Reply = { ...refusal(503, 'Busy'), headers: { 'retry-after': '30' } };
	pagerDutyServer((_, requests) => (requests.length === 1 ? busy : found));
	await runNode('incidentNote.create', { incidentId, content: 'a' });
	expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(30_000);
});

describe('When there was no connection at all', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
		'(%s) a note is sent again: nobody got it',
		async (code) => {
			const requests = pagerDutyServer((_, all) => (all.length === 1 ? broken(code) : found));
			const { items } = await runNode('incidentNote.create', { incidentId, content: 'a' });
			expect(requests).toHaveLength(2);
			expect(jsons(items)).toEqual([{ id: 'PNOTE01', incident: { id: 'PABC123' } }]);
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
