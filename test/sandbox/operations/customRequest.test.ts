import '../../support/waits';
import { sandboxKeys } from '../../../sandbox';
import { openDesk, type Call, type Desk } from '../../support/operations/desk';

const title = 'account:customRequest';
let desk: Desk;

beforeEach(async () => void (desk = await openDesk()));
afterEach(() => desk.sandbox.close());

const read = async (method: string, path: string, more = {}, call: Call = {}) =>
	await desk.read(title, { method, path, ...more }, call);
const serviceId = () => String(desk.sandbox.services()[0]?.id);

describe('a custom request', () => {
	it('reads a list to its end, each row once, as one item each', async () => {
		desk.sandbox.reset('empty');
		const ids = desk.sandbox.addIncidents(250).map(({ id }) => id);
		const rows = await read('GET', '/incidents', { returnAll: true });
		expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(await read('GET', '/incidents', { limit: 3 })).toHaveLength(3);
	});

	it.each([
		['the path as the reference shows it', () => `/services/${serviceId()}`],
		['without its slash, with one too many', () => ` services/${serviceId()}/ `],
		['the whole address', () => `https://api.pagerduty.com/services/${serviceId()}#top`],
		['the address of the EU', () => `https://api.eu.pagerduty.com/services/${serviceId()}?include[]=teams`],
	])('reads one object: %s', async (_, path) => {
		expect(await read('GET', path())).toMatchObject([{ id: serviceId(), type: 'service' }]);
	});

	it('takes a query from the path, from rows, and from both', async () => {
		const statuses = { parameter: [{ name: 'statuses[]', value: 'resolved' }] };
		await read('GET', '/incidents?statuses[]=triggered', { query: statuses });
		const [request] = desk.sandbox.requests().slice(-1);
		expect(new URLSearchParams(request?.query).getAll('statuses[]')).toEqual(['triggered', 'resolved']);
	});

	it('writes in the name of a user, and gives what PagerDuty answers', async () => {
		const { id } = desk.sandbox.trigger({ serviceId: serviceId() });
		const body = JSON.stringify({ note: { content: 'By hand' } });
		expect(await read('POST', `/incidents/${id}/notes`, { body })).toMatchObject([
			{ content: 'By hand', user: { summary: 'Maya Lindqvist' } },
		]);
		const incidents = [{ id, type: 'incident_reference', status: 'resolved' }];
		expect(await read('PUT', '/incidents', { body: { incidents } })).toMatchObject([
			{ id, status: 'resolved' },
		]);
	});

	it('needs no user where PagerDuty needs none', async () => {
		const webhook_subscription = {
			type: 'webhook_subscription',
			delivery_method: { type: 'http_delivery_method', url: 'https://example.com/hook' },
			events: ['incident.triggered'],
			filter: { type: 'account_reference' },
		};
		const call = { credential: { fromEmail: '' } };
		const [made] = await read('POST', '/webhook_subscriptions', { body: { webhook_subscription } }, call);
		const path = `/webhook_subscriptions/${String(made?.id)}`;
		// PagerDuty carries it out, and its answer is lost.
		desk.sandbox.fail({ method: 'DELETE', path, kind: 'status', status: 503, when: 'after' });
		expect(await read('DELETE', path, {}, call)).toEqual([{ deleted: true }]);
		expect(desk.sandbox.subscriptions()).toEqual([]);
	});

	it('is not sent twice where nobody knows what it does, and says so', async () => {
		const { id } = desk.sandbox.trigger({ serviceId: serviceId() });
		const path = `/incidents/${id}/notes`;
		desk.sandbox.fail({ method: 'POST', path, kind: 'status', status: 503, when: 'after' });
		const { errors } = await desk.run(
			title,
			{ method: 'POST', path, body: { note: { content: 'Once' } } },
			{ onError: 'continueErrorOutput' },
		);
		expect(errors[0]?.json).toMatchObject({ details: { outcomeUnknown: true } });
		expect(desk.sandbox.notes(id)).toHaveLength(1);
	});

	it.each([
		['https://example.com/incidents', 'is not a path'],
		['/incidents/{id}', 'still has {id} in it'],
		['/incidents/../users', 'leads elsewhere'],
		['/incidents/%2e%2e/users', 'leads elsewhere'],
	])('refuses what leads elsewhere, before anything is sent: %j', async (path, words) => {
		const { error } = await desk.run(title, { method: 'GET', path });
		expect(error?.message).toContain(words);
		expect(desk.sandbox.requests()).toEqual([]);
	});

	it('of a read-only credential may only read', async () => {
		const call = { credential: { access: 'readOnly', apiToken: sandboxKeys.account } };
		expect(await read('GET', '/services', { limit: 1 }, call)).toHaveLength(1);
		const { error } = await desk.run(title, { method: 'PUT', path: '/incidents', body: {} }, call);
		expect(error?.message).toContain('is read-only');
		expect(desk.sandbox.requests().map(({ method }) => method)).toEqual(['GET']);
	});
});
