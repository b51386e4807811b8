import { staticKey } from '../../support/triggerWorkflow';
import { account, closeAll, foreign, heard, live, lost, only } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();

/** A workflow that was active when n8n was killed. */
async function killed() {
	const trigger = await live();
	await trigger.activate();
	trigger.kill();
	return trigger;
}

describe('when n8n starts, the subscription of an active workflow', () => {
	it('that is as it should be stays', async () => {
		const trigger = await killed();
		const before = only();
		await trigger.restart();
		await trigger.tick();
		expect(only()).toEqual(before);
	});

	it('that was deleted in PagerDuty is made anew', async () => {
		const trigger = await killed();
		await lost(only().id);
		await trigger.restart();
		await trigger.tick();
		expect(await heard(trigger)).toBe(1);
	});

	it('that PagerDuty disabled is enabled again', async () => {
		const trigger = await killed();
		const { id } = only();
		sandbox().disableSubscription(id);
		await trigger.restart();
		await trigger.tick();
		expect(only()).toMatchObject({ id, active: true });
	});

	it('whose secret was lost is made anew', async () => {
		const trigger = await killed();
		const { id } = only();
		trigger.stored = { [staticKey]: { subscriptions: { account: { id } } } };
		await trigger.restart();
		await trigger.tick();
		expect(only().id).not.toBe(id);
		expect(await heard(trigger)).toBe(1);
	});

	it('of which n8n knows an older one, as after a backup, is made anew', async () => {
		const trigger = await live();
		await trigger.activate();
		const backup = trigger.stored;
		await trigger.deactivate();
		await trigger.activate();
		const { id } = only();
		trigger.stored = backup;
		await trigger.restart();
		await trigger.tick();
		await sandbox().settled();
		expect(only().id).not.toBe(id);
		expect(await heard(trigger)).toBe(1);
	});

	it('that n8n was killed over before it was saved is deleted, and nothing else is', async () => {
		await foreign(2, () => ({ url: 'https://other.example.com/' }));
		const others = [...sandbox().subscriptions()];
		const trigger = await live();
		await trigger.activate();
		const orphan = sandbox().subscriptions()[2]?.id;
		trigger.stored = {};
		await trigger.restart();
		await trigger.tick();
		expect(sandbox().subscriptions()).toHaveLength(3);
		expect(sandbox().subscriptions()).toEqual(expect.arrayContaining(others));
		expect(
			sandbox()
				.subscriptions()
				.map(({ id }) => id),
		).not.toContain(orphan);
		expect(await heard(trigger)).toBe(1);
	});

	it('that sends to an old address of n8n gets a new one beside it', async () => {
		const trigger = await live({}, { webhookUrl: 'https://old.example.com' });
		await trigger.activate();
		const old = only();
		trigger.options.webhookUrl = undefined;
		await trigger.restart();
		await trigger.tick();
		expect(sandbox().subscriptions()).toMatchObject([old, { url: trigger.url }]);
		expect(await heard(trigger)).toBe(1);
	});

	it('that has lost its secret is made anew, even where the account may have no more', async () => {
		sandbox().settings({ subscriptionLimit: 1 });
		const trigger = await killed();
		const { id } = only();
		trigger.stored = {};
		await trigger.restart();
		await trigger.tick();
		expect(only().id).not.toBe(id);
		expect(await heard(trigger)).toBe(1);
	});
});

describe('n8n that starts while PagerDuty is down', () => {
	it('waits for nothing, and verifies events with the secret that it holds', async () => {
		const trigger = await killed();
		sandbox().fail({ path: '/webhook_subscriptions', kind: 'reset', times: 2 });
		await trigger.restart();
		expect(await heard(trigger)).toBe(1);
		await trigger.tick();
	});

	it('mends the subscription later', async () => {
		const trigger = await killed();
		sandbox().disableSubscription(only().id);
		sandbox().fail({ path: '/webhook_subscriptions', kind: 'status', status: 403 });
		await trigger.restart();
		await trigger.tick();
		await trigger.tick();
		expect(await heard(trigger)).toBe(1);
	});
});
