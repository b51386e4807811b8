import { logged } from './debugLog';
import '../support/waits';
import { broken, pagerDutyServer, refusal, type Reply } from './pagerDutyServer';
import { apiToken, byId, runNode } from './pagerDutyNode';

const replies: Array<[string, Reply]> = [
	['success', { body: { incident: { id: 'PABC123' }, note: { id: 'PNOTE01' } } }],
	['401', refusal(401, 'Unauthorized', 2006)],
	['403', refusal(403, 'Access Denied', 2010)],
	['404', refusal(404, 'Not Found', 2100)],
	['429', refusal(429, 'Rate Limit', 2020)],
	['500', refusal(500, 'Internal Error')],
	['a proxy’s page', { status: 502, body: '<html>Bad Gateway</html>' }],
	[
		'a refusal that quotes the key',
		refusal(400, `Bad header: ${apiToken}`, 2001, [`Token token=${apiToken}`, { key: apiToken }]),
	],
	['a refusal that quotes the key in an address', refusal(403, `/?k=${encodeURIComponent(apiToken)}`, 2010)],
	[
		'a redirect to an address with the key',
		{ status: 302, headers: { location: `https://example.com/${apiToken}` } },
	],
	['a broken connection', broken('ECONNRESET')],
	[
		'a broken connection whose fault quotes the key',
		Object.assign(broken('ECONNRESET'), { message: `reset at ${apiToken}` }),
	],
	['a refused certificate', broken('DEPTH_ZERO_SELF_SIGNED_CERT')],
];

describe.each(replies)('After %s', (_, reply) => {
	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'the API key stands nowhere in the execution and nowhere in the log (%s)',
		async (onError) => {
			const requests = pagerDutyServer(() => reply);
			const { all } = await runNode(
				'incidentNote.create',
				{ incidentId: byId('PABC123'), content: 'a' },
				{ settings: { onError } },
			);
			expect(requests[0]?.headers.authorization).toContain(apiToken);
			expect(all).toContain('PagerDuty');
			expect(all).not.toContain(apiToken);
			expect(logged.join()).toContain('Start executing node "PagerDuty"');
			expect(logged.join()).not.toContain(apiToken);
		},
	);
});
