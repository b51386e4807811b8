import { eventTypes, type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { signature, subscribe, subscriber } from './subscriber';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
const { subscribed, close } = subscriber(() => sandbox);

beforeAll(async () => {
	sandbox = await startSandbox({
		strict: true,
		settings: { deliveryRetryMs: [60_000] },
	});
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset('empty'));
afterEach(() => close());
afterAll(async () => await sandbox.close());

const subscription = async (id: string) => await call('GET', `/webhook_subscriptions/${id}`);

describe('a subscription', () => {
	it('tells its secret when it is created, and never again', async () => {
		const { id, secret } = await subscribed([200], { headers: [{ name: 'X-Team', value: 'blue' }] });
		expect(secret.length).toBeGreaterThan(30);
		const read = await subscription(id);
		expect(read.at('webhook_subscription', 'delivery_method')).toMatchObject({
			secret: null,
			custom_headers: [{ name: 'X-Team', value: '-- redacted --' }],
		});
		const list = await call('GET', '/webhook_subscriptions');
		expect(list.at('webhook_subscriptions', 0, 'delivery_method', 'secret')).toBeNull();
	});

	it('changes its events in place, and is gone after deletion', async () => {
		const { id } = await subscribed([200]);
		const body = { webhook_subscription: { events: ['incident.resolved'] } };
		const changed = await call('PUT', `/webhook_subscriptions/${id}`, { body });
		expect(changed.at('webhook_subscription', 'events')).toEqual(['incident.resolved']);
		expect((await call('DELETE', `/webhook_subscriptions/${id}`)).status).toBe(204);
		expect((await subscription(id)).status).toBe(404);
	});

	it('takes an OAuth client and a delivery method that it does not change', async () => {
		const { id } = await subscribed([200]);
		const delivery_method = { type: 'http_delivery_method', url: 'https://elsewhere.example/hook' };
		const webhook_subscription = { oauth_client_id: 'AGMEB7F7YJYELCPG4Y5YWMYGXE', delivery_method };
		const changed = await call('PUT', `/webhook_subscriptions/${id}`, { body: { webhook_subscription } });
		expect(changed.status).toBe(200);
		expect(changed.at('webhook_subscription', 'oauth_client')).toEqual({
			id: 'AGMEB7F7YJYELCPG4Y5YWMYGXE',
			type: 'oauth_client_reference',
		});
		expect(changed.text('webhook_subscription', 'delivery_method', 'url')).not.toContain('elsewhere');
	});

	it('refuses unknown event types, unknown services, and more than a scope may have', async () => {
		const url = 'http://127.0.0.1:9/hook';
		expect((await subscribe(sandbox, url, { events: ['incident.exploded'] })).status).toBe(400);
		expect(
			(await subscribe(sandbox, url, { filter: { type: 'service_reference', id: 'PNOWHERE' } })).status,
		).toBe(400);
		sandbox.settings({ subscriptionLimit: 1 });
		expect((await subscribe(sandbox, url)).status).toBe(200);
		const refused = await subscribe(sandbox, url);
		expect(refused.at('error', 'code')).toBe(2019);
		expect(refused.at('error', 'message')).toBe('Subscription Limit Exceeded');
		const [one, two] = sandbox.services().map(({ id }) => ({ type: 'service_reference', id }));
		expect((await subscribe(sandbox, url, { filter: one })).status).toBe(200);
		expect((await subscribe(sandbox, url, { filter: two })).status).toBe(200);
		expect((await subscribe(sandbox, url, { filter: one })).status).toBe(400);
	});
});

describe('a delivery', () => {
	it('carries one event, signed over the raw body, with an id of its own and the custom headers', async () => {
		const { received, secret } = await subscribed([200], { headers: [{ name: 'X-Team', value: 'blue' }] });
		const incident = sandbox.trigger({ title: 'Zug fällt aus 🚂' });
		await sandbox.settled();
		const [delivery] = received;
		expect(delivery?.headers['x-pagerduty-signature']).toBe(signature(secret, delivery?.body ?? ''));
		expect(delivery?.headers['x-webhook-id']).toMatch(/^[0-9a-f-]{36}$/);
		expect(delivery?.headers['x-team']).toBe('blue');
		expect(delivery?.event).toMatchObject({
			event_type: 'incident.triggered',
			resource_type: 'incident',
			agent: { type: 'user_reference' },
			data: { id: incident.id, type: 'incident', number: incident.number, title: 'Zug fällt aus 🚂' },
		});
	});

	it('is signed with the old and the new secret while the secret is rotated', async () => {
		const { received, id, secret: old } = await subscribed([200]);
		const fresh = sandbox.rotateSecret(id);
		sandbox.trigger();
		await sandbox.settled();
		const signatures = received[0]?.headers['x-pagerduty-signature'];
		const body = received[0]?.body ?? '';
		expect(signatures).toBe(`${signature(fresh, body)},${signature(old, body)}`);
		sandbox.endRotation(id);
		sandbox.trigger();
		await sandbox.settled();
		expect(received[1]?.headers['x-pagerduty-signature']).toBe(signature(fresh, received[1]?.body ?? ''));
	});

	it('reaches only subscriptions whose filter and events match', async () => {
		const [first, second] = sandbox.services();
		const filter = { type: 'service_reference', id: second?.id };
		const { types } = await subscribed([200], { filter, events: ['incident.resolved'] });
		for (const serviceId of [first?.id, second?.id]) sandbox.resolve(sandbox.trigger({ serviceId }).id);
		await sandbox.settled();
		expect(types()).toEqual(['incident.resolved']);
	});

	it('follows each change of an incident in order', async () => {
		const events = ['incident.triggered', 'incident.acknowledged', 'incident.annotated', 'incident.resolved'];
		const { types, received } = await subscribed([200], { events });
		const { id } = sandbox.trigger();
		sandbox.acknowledge(id);
		sandbox.note(id, 'On it');
		sandbox.resolve(id);
		await sandbox.settled();
		expect(types()).toEqual(events);
		expect(received[2]?.event.data).toMatchObject({
			type: 'incident_note',
			content: 'On it',
			incident: { id },
		});
	});

	it('can be of any of the 30 types, each with the right type of data', async () => {
		const names = Object.keys(eventTypes);
		expect(names).toHaveLength(30);
		const { received } = await subscribed([200], { events: names });
		sandbox.addIncidents(1);
		for (const name of names) sandbox.emit(name);
		await sandbox.settled();
		const seen = Object.fromEntries(received.map(({ event }) => [event.event_type, event.data.type]));
		expect(seen).toEqual(eventTypes);
	});

	it('is sent for a ping, whatever the subscription is for', async () => {
		const { types, id } = await subscribed([200]);
		expect((await call('POST', `/webhook_subscriptions/${id}/ping`)).status).toBe(202);
		await sandbox.settled();
		expect(types()).toEqual(['pagey.ping']);
	});
});
