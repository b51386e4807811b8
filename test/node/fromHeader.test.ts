import { line, pagerDutyServer, refusal } from './pagerDutyServer';
import { apiToken, byId, runNode } from './pagerDutyNode';

const ids = ['PABC123', 'PDEF456', 'PGHI789', 'PJKL012'];
const body = { incident: { id: 'PABC123' }, incidents: ids.map((id) => ({ id })) };
const incidentId = byId('PABC123');
const from = (email: string) => ({ options: { fromEmail: byId(email) } });
/** A user key: PagerDuty knows whose it is. */
const withoutFrom = { pagerDutyTokenApi: { region: 'us', apiToken, fromEmail: ' ' } };

describe('The From user of a write', () => {
	it("is the node's own field before anything else", async () => {
		const requests = pagerDutyServer(() => ({ body }));
		await runNode('incident.resolve', { incidentId, ...from(' node@example.com ') });
		expect(requests.map(({ headers }) => headers.from)).toEqual(['node@example.com']);
	});

	it.each([
		'me@example.com\r\nX-Evil: yes',
		'me@example.com\nX-Evil: yes',
		'me@example.com, you@example.com',
	])('takes no other header and no second user along: %j', async (email) => {
		const requests = pagerDutyServer(() => ({ body }));
		const { error } = await runNode('incident.resolve', { incidentId, ...from(email) });
		expect(error?.message).toContain('"Options > From Email" is not an email address');
		expect(requests).toEqual([]);
	});

	it("is the credential's default where the node has none", async () => {
		const requests = pagerDutyServer(() => ({ body }));
		await runNode('incident.resolve', { incidentId });
		expect(requests.map(({ headers }) => headers.from)).toEqual(['default@example.com']);
	});

	it("is the key's own user where neither is set, read once for all items", async () => {
		const requests = pagerDutyServer(({ path }) =>
			path === '/users/me' ? { body: { user: { email: 'me@example.com' } } } : { body: { note: {} } },
		);
		const parameters = { incidentId, content: '={{ $json.text }}' };
		const items = [{ text: 'a' }, { text: 'b' }, { text: 'c' }];
		await runNode('incidentNote.create', parameters, { credentials: withoutFrom, items });
		expect(requests.map(line)).toEqual([
			'GET /users/me',
			...Array<string>(3).fill('POST /incidents/PABC123/notes'),
		]);
		expect(requests.slice(1).map(({ headers }) => headers.from)).toEqual(Array(3).fill('me@example.com'));
	});

	it.each([
		'incident.create',
		'incident.acknowledge',
		'incident.resolve',
		'incident.update',
		'incidentNote.create',
	])('is missed before %s sends anything, with the places to set it', async (operation) => {
		const requests = pagerDutyServer(() =>
			refusal(400, 'Current user can only be determined with a user key'),
		);
		const parameters = {
			incidentId,
			serviceId: byId('PSERV01'),
			title: 'a',
			content: 'b',
			updateFields: { title: 'c' },
		};
		const { error } = await runNode(operation, parameters, { credentials: withoutFrom });
		expect(error?.message).toBe('A From email is needed');
		expect(error?.description).toContain('"From Email" in the credential, or in the node');
		expect(requests.map(line)).toEqual(['GET /users/me']);
	});

	it('is missed for each of many items, so that none passes for a success', async () => {
		pagerDutyServer(() => refusal(400, 'Current user can only be determined with a user key'));
		const { items, errors } = await runNode(
			'incident.acknowledge',
			{ incidentId: byId('={{ $json.id }}') },
			{
				credentials: withoutFrom,
				items: [{ id: 'PABC123' }, { id: 'PDEF456' }],
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(items).toEqual([]);
		expect(errors.map(({ json }) => json)).toEqual(
			['PABC123', 'PDEF456'].map((id) => expect.objectContaining({ id, error: 'A From email is needed' })),
		);
	});

	it('does not hide a refused key behind a missing From email', async () => {
		pagerDutyServer(() => refusal(401, 'Unauthorized', 2006));
		const { error } = await runNode('incident.resolve', { incidentId }, { credentials: withoutFrom });
		expect(error?.message).toBe('Unauthorized');
		expect(error?.description).toContain('PagerDuty does not accept this API key');
	});

	it('is named when PagerDuty does not know it', async () => {
		pagerDutyServer(() => refusal(400, 'Requester User Not Found', 1008));
		const { error } = await runNode('incident.resolve', { incidentId, ...from('gone@example.com') });
		expect(error?.message).toBe('Requester User Not Found');
		expect(error?.description).toContain('Correct "From Email" in the node or in the credential');
	});

	it('must look like an email address', async () => {
		const requests = pagerDutyServer(() => ({ body }));
		const { error } = await runNode('incident.resolve', { incidentId, ...from('PUSER01') });
		expect(error?.message).toBe(
			'"Options > From Email" is not an email address. Enter the email of a PagerDuty user',
		);
		expect(requests).toEqual([]);
	});

	it('may differ from item to item: then the requests differ too', async () => {
		const requests = pagerDutyServer(() => ({ body }));
		const parameters = { incidentId: byId('={{ $json.id }}'), fromEmail: byId('={{ $json.from }}') };
		const items = [
			{ id: 'PABC123', from: 'a@example.com' },
			{ id: 'PDEF456', from: 'a@example.com' },
			{ id: 'PGHI789', from: 'b@example.com' },
			{ id: 'PJKL012', from: 'b@example.com' },
		];
		await runNode('incident.acknowledge', parameters, { items });
		expect(requests.map((request) => `${line(request)} ${request.headers.from}`)).toEqual([
			'PUT /incidents a@example.com',
			'PUT /incidents b@example.com',
		]);
	});
});
