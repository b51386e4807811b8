import '../support/waits';
import { pagerDutyServer, refusal, type Reply } from './pagerDutyServer';
import { byId, runNode } from './pagerDutyNode';

const incidentId = byId('PABC123');
const html: Reply = { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>Forbidden</html>' };
const fromHeader = ['The From header must be a valid email address of a user'];
const fromAdvice = 'The From email is not a user of this PagerDuty account.';

describe('An error of PagerDuty', () => {
	it.each<[string, Reply, string, string]>([
		['1008', refusal(400, 'Requester User Not Found', 1008), 'Requester User Not Found', fromAdvice],
		['2016 about the From header', refusal(400, 'Invalid', 2016, fromHeader), 'Invalid', fromAdvice],
		[
			'2001 about what is not there',
			refusal(400, 'Invalid Input Provided', 2001, ['Service not found: PNOPE99']),
			'Invalid Input Provided',
			'Service not found: PNOPE99. This account has no such object, or the key may not see it. Pick it from the list again',
		],
		[
			'2001 about the From header',
			refusal(400, 'Invalid Input Provided', 2001, fromHeader),
			'Invalid Input Provided',
			fromAdvice,
		],
		[
			'1001',
			refusal(400, 'Incident Already Resolved', 1001),
			'Incident Already Resolved',
			'Reopen it with Update',
		],
		['1015', refusal(400, 'No One On-Call', 1015), 'No One On-Call', 'has nobody on call right now'],
		[
			'2004',
			refusal(400, 'Bad Range', 2004, ['Until is too far']),
			'Bad Range',
			'Until is too far. Check "Since" and "Until"',
		],
		['401', refusal(401, 'Unauthorized', 2006), 'Unauthorized', 'belong to the other region'],
		[
			'402',
			refusal(402, 'Account lacks the ability', 2014),
			'Account lacks the ability',
			'plan of this account',
		],
		['402 without code', refusal(402, 'Payment Required'), 'Payment Required', 'plan of this account'],
		['403', refusal(403, 'Access Denied', 2010), 'Access Denied', 'may be read-only'],
		['404', refusal(404, 'Not Found', 2100), 'Not Found', 'Check the ID'],
		[
			'an unknown code',
			refusal(400, 'Something New', 9999, ['With a reason']),
			'Something New',
			'With a reason.',
		],
		['a proxy’s page', html, 'PagerDuty refused the request (HTTP 403)', 'may be read-only'],
		['an empty answer', { status: 418, body: '' }, 'PagerDuty refused the request (HTTP 418)', ''],
		['errors that are no text', refusal(400, 'Odd', 2001, [{ field: 'x' }]), 'Odd', '{"field":"x"}'],
	])('keeps its words and gets advice: %s', async (_, reply, title, description) => {
		pagerDutyServer(() => reply);
		const { error } = await runNode('incident.resolve', { incidentId });
		expect(error?.message).toBe(title);
		expect(error?.description ?? '').toContain(description);
		expect(error?.description ?? '').not.toContain('<html>');
	});

	it('shows every line of its details', async () => {
		pagerDutyServer(() =>
			refusal(400, 'Invalid Input Provided', 2001, ['Title is too long', 'Service is gone']),
		);
		const { error } = await runNode('incident.resolve', { incidentId });
		expect(error?.description).toBe('Title is too long. Service is gone.');
	});

	it('is not reworded by n8n, whatever common words stand in it', async () => {
		pagerDutyServer(() => refusal(400, 'ETIMEDOUT is no incident', 2001));
		const { error } = await runNode('incident.resolve', { incidentId });
		expect(error?.message).toBe('ETIMEDOUT is no incident');
	});
});

describe('An answer of another shape', () => {
	it.each([
		['analytics.getIncidents', {}],
		['incident.get', { incidentId }],
	])('to what only reads (%s) leaves nothing unknown that one has to look for', async (operation, form) => {
		pagerDutyServer(() => ({ body: { hello: 'world' } }));
		const { error } = await runNode(operation, form);
		expect(error?.message).toContain("PagerDuty's answer holds no");
		expect(error?.description).not.toContain('Look in PagerDuty');
		expect(error).toMatchObject({ context: expect.not.objectContaining({ outcomeUnknown: true }) as object });
	});

	it('to what writes says that nobody knows whether it was carried out', async () => {
		pagerDutyServer(() => ({ body: { hello: 'world' } }));
		const { error } = await runNode('incident.publishStatusUpdate', { incidentId, message: 'Soon' });
		expect(error?.description).toContain('Look in PagerDuty before you repeat it');
	});
});
