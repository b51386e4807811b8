import { sandboxKeys } from '../../sandbox';
import { type Call, type Clients, installing, openClients } from './clients';

let clients: Clients;
beforeAll(async () => (clients = await openClients()), installing);
beforeEach(() => clients.sandbox.reset());
afterAll(async () => await clients?.close());

const pdjs = (...calls: Call[]) => clients.call('@pagerduty/pdjs', sandboxKeys.account, ...calls);
const from = { headers: { From: sandboxKeys.userEmail } };
const reference = (type: string, id = '') => ({ id, type: `${type}_reference` });

describe('@pagerduty/pdjs', () => {
	it('opens an incident, notes, acknowledges and resolves it', async () => {
		const title = 'From pdjs';
		const service = reference('service', clients.sandbox.services()[0]?.id);
		const incident = { type: 'incident', title, service, body: { type: 'incident_body', details: 'Text' } };
		const [created] = await pdjs(['post', '/incidents', { data: { incident }, ...from }]);
		const { id } = Object(created).incident;
		const change = (status: string): Call => [
			'put',
			`/incidents/${id}`,
			{ data: { incident: { id, type: 'incident_reference', status } }, ...from },
		];
		const [, acknowledged, noted, resolved, read] = await pdjs(
			['get', `/incidents/${id}`],
			change('acknowledged'),
			['post', `/incidents/${id}/notes`, { data: { note: { content: 'Looking' } }, ...from }],
			change('resolved'),
			['get', `/incidents/${id}/notes`],
		);
		expect(acknowledged).toMatchObject({ incident: { status: 'acknowledged', title } });
		expect(noted).toMatchObject({ note: { content: 'Looking', user: { summary: 'Maya Lindqvist' } } });
		expect(resolved).toMatchObject({ incident: { status: 'resolved' } });
		expect(read).toMatchObject({ notes: [{ content: 'Looking' }] });
		expect(clients.refusals()).toEqual([]);
	});

	it('reads all pages of a list', async () => {
		const data = { limit: 10, 'statuses[]': ['triggered', 'acknowledged', 'resolved'] };
		const [pages] = await pdjs(['all', '/incidents', { data }]);
		const rows = (pages as Array<{ incidents: unknown[] }>).flatMap(({ incidents }) => incidents);
		expect(rows).toHaveLength(40);
		expect(clients.refusals()).toEqual([]);
	});

	it('reads everything that an account has, by ID and in lists', async () => {
		const lists = ['services', 'users', 'teams', 'schedules', 'escalation_policies', 'log_entries'];
		const others = ['oncalls', 'priorities', 'abilities', 'webhook_subscriptions', 'incidents/types'];
		const answers = await pdjs(...[...lists, ...others].map((path): Call => ['get', `/${path}`]));
		const ids = lists.map((name, index) => String(Object(answers[index])[name][0].id));
		const singles = await pdjs(...lists.map((name, index): Call => ['get', `/${name}/${ids[index]}`]));
		const single = (name: string) => name.replace(/ies$/, 'y').replace(/s$/, '');
		expect(lists.map((name, index) => Object(singles[index])[single(name)].id)).toEqual(ids);
		expect(clients.refusals()).toEqual([]);
	});

	it('subscribes to webhooks, changes that, and ends it', async () => {
		const webhook_subscription = {
			type: 'webhook_subscription',
			delivery_method: { type: 'http_delivery_method', url: 'http://127.0.0.1:9/hook', custom_headers: [] },
			description: 'From pdjs',
			events: ['incident.triggered'],
			filter: { type: 'account_reference' },
		};
		const [created] = await pdjs(['post', '/webhook_subscriptions', { data: { webhook_subscription } }]);
		const whole = Object(created).webhook_subscription;
		const path = `/webhook_subscriptions/${whole.id}`;
		const [changed] = await pdjs(
			['put', path, { data: { webhook_subscription: { ...whole, events: ['incident.resolved'] } } }],
			['post', `${path}/ping`],
			['delete', path],
		);
		expect(whole.delivery_method.secret).toHaveLength(64);
		expect(changed).toMatchObject({ webhook_subscription: { events: ['incident.resolved'] } });
		expect(clients.sandbox.subscriptions()).toEqual([]);
		expect(clients.refusals()).toEqual([]);
	});

	it('makes, renames and removes a team', async () => {
		const [created] = await pdjs([
			'post',
			'/teams',
			{ data: { team: { type: 'team', name: 'Night Watch' } } },
		]);
		const { id } = Object(created).team;
		const renamed = { id, type: 'team', name: 'Day Watch', description: null };
		const [changed] = await pdjs(
			['put', `/teams/${id}`, { data: { team: renamed } }],
			['delete', `/teams/${id}`],
		);
		expect(changed).toMatchObject({ team: { name: 'Day Watch' } });
		expect(clients.refusals()).toEqual([]);
	});
});
