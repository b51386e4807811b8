import { deliver, eventBody } from '../../support/signedDelivery';
import { staticKey } from '../../support/triggerWorkflow';
import { account, badgeOf, closeAll, heard, live, lost, only } from './liveAtSandbox';

beforeEach(async () => {
	await account.start();
	// Nothing is delivered a second time before a test looks.
	sandbox().settings({ deliveryRetryMs: [3_600_000] });
});
afterEach(closeAll);

const sandbox = () => account.sandbox();

async function active() {
	const trigger = await live();
	await trigger.activate();
	return trigger;
}

/** What the deliveries of events, and not of tests, were answered with. */
const answers = () =>
	sandbox()
		.deliveries()
		.filter(({ eventType }) => eventType !== 'pagey.ping')
		.map(({ status }) => status);

describe('a fresh secret', () => {
	it('is not lost to an execution that began before and saves static data after', async () => {
		const trigger = await active();
		const before = trigger.stored;
		await lost(only().id);
		await trigger.tick();
		await sandbox().settled();
		trigger.stored = before;
		expect(await heard(trigger)).toBe(1);
		expect(trigger.data.subscriptions).toMatchObject({ account: { id: only().id } });
	});

	it('verifies events before anything has saved it', async () => {
		const trigger = await active();
		await lost(only().id);
		sandbox().fail({ path: '/ping$', kind: 'status', status: 403 });
		await trigger.tick();
		expect(await heard(trigger)).toBe(1);
	});
});

describe('where other processes answer deliveries', () => {
	it('a subscription that was deleted is made anew, and then left alone', async () => {
		const trigger = await active();
		trigger.answerElsewhere();
		await lost(only().id);
		await trigger.tick();
		await sandbox().settled();
		const { id } = only();
		expect(trigger.data.subscriptions).toMatchObject({ account: { id } });
		for (let hour = 0; hour < 3; hour++) {
			await trigger.tick();
			expect(await heard(trigger)).toBe(1);
		}
		expect(only().id).toBe(id);
	});

	it('and none of them knows the secret, the event is asked for again, and a new secret is there for the next', async () => {
		const trigger = await active();
		trigger.answerElsewhere();
		const { id } = only();
		const { badges } = trigger.data;
		const subscriptions = { account: { id: 'POLDER1', secret: 'an older secret' } };
		trigger.stored = { [staticKey]: { badges, subscriptions } };
		expect(await heard(trigger)).toBe(0);
		expect(only().id).not.toBe(id);
		expect(await heard(trigger)).toBe(1);
		expect(answers()).toEqual([503, 200]);
	});

	it('ten events at once make it anew one time', async () => {
		const trigger = await active();
		trigger.answerElsewhere();
		const { badges } = trigger.data;
		trigger.stored = {
			[staticKey]: { badges, subscriptions: { account: { id: 'POLDER1', secret: 'old' } } },
		};
		for (let count = 0; count < 10; count++) sandbox().trigger();
		await sandbox().settled();
		const made = sandbox()
			.requests()
			.filter(({ method }) => method === 'POST');
		expect(made).toHaveLength(2);
		expect(await heard(trigger)).toBe(1);
	});

	it('no delivery has PagerDuty asked again within a minute', async () => {
		const trigger = await active();
		const headers = badgeOf(only());
		await deliver(trigger.url, eventBody(), { secret: 'wrong', headers });
		const asked = sandbox().requests().length;
		await deliver(trigger.url, eventBody(), { secret: 'wrong', headers });
		expect(sandbox().requests()).toHaveLength(asked);
	});
});

describe('a forged delivery', () => {
	it.each(['of nobody', ''])(
		'with the badge "%s" gets 401, and nobody asks PagerDuty anything',
		async (badge) => {
			const trigger = await active();
			const asked = sandbox().requests().length;
			const headers = { 'X-N8n-Trigger-Badge': badge };
			const body = eventBody();
			expect(await deliver(trigger.url, body, { secret: 'wrong', headers })).toMatchObject({ status: 401 });
			expect(sandbox().requests()).toHaveLength(asked);
		},
	);

	it('with the right badge starts nothing', async () => {
		const trigger = await active();
		const headers = badgeOf(only());
		const body = eventBody();
		expect(await deliver(trigger.url, body, { secret: 'wrong', headers })).toMatchObject({ status: 503 });
		expect(trigger.executions).toEqual([]);
		expect(await heard(trigger)).toBe(1);
	});
});
