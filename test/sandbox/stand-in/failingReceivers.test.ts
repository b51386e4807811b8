import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { subscriber } from './subscriber';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
const { subscribed, close } = subscriber(() => sandbox);

beforeAll(async () => {
	sandbox = await startSandbox({
		strict: true,
		settings: { deliveryRetryMs: [60_000], deliveryTimeoutMs: 150 },
	});
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset('empty'));
afterEach(() => close());
afterAll(async () => await sandbox.close());

const subscription = async (id: string) => await call('GET', `/webhook_subscriptions/${id}`);

describe('a receiver that fails', () => {
	it.each([503, 429, null])('gets the same delivery again after the answer %s', async (status) => {
		const { received } = await subscribed([status, 200]);
		sandbox.trigger();
		await sandbox.settled();
		expect(received).toHaveLength(1);
		await sandbox.advance(60_000);
		expect(received).toHaveLength(2);
		expect(received[1]?.body).toBe(received[0]?.body);
		expect(received[1]?.headers['x-webhook-id']).toBe(received[0]?.headers['x-webhook-id']);
		expect(sandbox.deliveries().map(({ outcome }) => outcome)).toEqual(['retrying', 'delivered']);
	});

	it('holds back later events of the same incident, and no others', async () => {
		const events = ['incident.triggered', 'incident.acknowledged'];
		const { received } = await subscribed([500, 200], { events });
		const first = sandbox.trigger();
		sandbox.acknowledge(first.id);
		await sandbox.settled();
		const other = sandbox.trigger();
		await sandbox.settled();
		await sandbox.advance(60_000);
		const seen = received.map(({ event }) => `${event.event_type} ${String(event.data.id)}`);
		expect(seen).toEqual([
			`incident.triggered ${first.id}`,
			`incident.triggered ${other.id}`,
			`incident.triggered ${first.id}`,
			`incident.acknowledged ${first.id}`,
		]);
	});

	it('loses the event by any other 4xx, and the subscription is disabled for 24 h after three in a row', async () => {
		const { received, id } = await subscribed([404, 404, 200, 404, 404, 404, 200]);
		for (let count = 0; count < 5; count++) {
			sandbox.trigger();
			await sandbox.settled();
		}
		expect((await subscription(id)).at('webhook_subscription', 'active')).toBe(true);
		sandbox.trigger();
		await sandbox.settled();
		const disabled = await subscription(id);
		expect(disabled.at('webhook_subscription', 'active')).toBe(false);
		expect(disabled.at('webhook_subscription', 'delivery_method', 'temporarily_disabled')).toBe(true);
		sandbox.trigger();
		await sandbox.settled();
		expect(received).toHaveLength(6);
		await sandbox.advance(24 * 3_600_000);
		sandbox.trigger();
		await sandbox.settled();
		expect(received).toHaveLength(7);
	});

	it('gets events again at once when the subscription is enabled by hand', async () => {
		const { received, id } = await subscribed([200]);
		sandbox.disableSubscription(id);
		const enabled = await call('POST', `/webhook_subscriptions/${id}/enable`);
		expect(enabled.at('webhook_subscription')).toMatchObject({
			active: true,
			delivery_method: { temporarily_disabled: false },
		});
		sandbox.trigger();
		await sandbox.settled();
		expect(received).toHaveLength(1);
	});

	it('is given up after 48 hours', async () => {
		const { received } = await subscribed([500]);
		sandbox.trigger();
		await sandbox.settled();
		await sandbox.advance(48 * 3_600_000);
		await sandbox.advance(60_000);
		expect(received).toHaveLength(2);
		expect(sandbox.deliveries().at(-1)?.outcome).toBe('dropped');
	});
});
