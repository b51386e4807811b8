import { staticKey } from '../../support/triggerWorkflow';
import { account, closeAll, live, lost, only } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();

describe('a subscription that is not as it should be', () => {
	it('gets changed events in place', async () => {
		const trigger = await live();
		await trigger.activate();
		const { id, secrets } = only();
		trigger.change({ events: ['incident.resolved', 'service.updated'] });
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(only()).toMatchObject({ id, secrets, events: ['incident.resolved', 'service.updated'] });
		expect(await trigger.exists()).toBe(true);
	});

	it('is enabled again when PagerDuty had disabled it', async () => {
		const trigger = await live();
		await trigger.activate();
		const { id } = only();
		sandbox().disableSubscription(id);
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(only()).toMatchObject({ id, active: true, disabledUntil: null });
	});

	it('is switched on again when somebody had switched it off', async () => {
		const trigger = await live();
		await trigger.activate();
		const { id } = only();
		await account.put(`/webhook_subscriptions/${id}`, { webhook_subscription: { active: false } });
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(only()).toMatchObject({ id, active: true });
	});

	it('is deleted and made anew when its secret was lost', async () => {
		const trigger = await live();
		await trigger.activate();
		const { id } = only();
		trigger.kill();
		trigger.stored = { [staticKey]: { subscriptions: { account: { id } } } };
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(only().id).not.toBe(id);
		sandbox().trigger();
		await sandbox().settled();
		expect(trigger.executions).toHaveLength(1);
	});

	it('is deleted and made anew when everything about it was lost', async () => {
		const trigger = await live();
		await trigger.activate();
		const { id } = only();
		trigger.kill();
		trigger.stored = {};
		await trigger.activate();
		expect(only().id).not.toBe(id);
	});

	it('is deleted by deactivating even when everything about it was lost', async () => {
		const trigger = await live();
		await trigger.activate();
		trigger.stored = {};
		await trigger.deactivate();
		expect(sandbox().subscriptions()).toEqual([]);
	});

	it('is made anew when somebody deleted it in PagerDuty', async () => {
		const trigger = await live();
		await trigger.activate();
		await lost(only().id);
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(only()).toMatchObject({ url: trigger.url, active: true });
	});

	it('is made anew when the address of n8n changed, beside the old one: that may be the one of another n8n', async () => {
		const trigger = await live();
		await trigger.activate();
		const old = only();
		trigger.options.webhookUrl = 'https://n8n.example.com';
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(sandbox().subscriptions()).toMatchObject([
			old,
			{ url: 'https://n8n.example.com/webhook/a0b1c2d3/webhook' },
		]);
	});

	it('is made anew when somebody gave it another scope', async () => {
		const trigger = await live();
		await trigger.activate();
		const { id } = only();
		const filter = { type: 'service_reference', id: sandbox().services()[0]?.id };
		await account.put(`/webhook_subscriptions/${id}`, { webhook_subscription: { filter } });
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(only().filter).toEqual({ type: 'account_reference' });
	});

	it('goes when its service is not chosen any more, and those of the others stay', async () => {
		const [one, two, three] = sandbox()
			.services()
			.map(({ id }) => id) as [string, string, string];
		const trigger = await live({ scope: 'service', serviceIds: [one, two] });
		await trigger.activate();
		const kept = sandbox()
			.subscriptions()
			.find(({ filter }) => filter.id === two);
		trigger.change({ serviceIds: [two, three] });
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(
			sandbox()
				.subscriptions()
				.map(({ filter }) => filter.id),
		).toEqual([two, three]);
		expect(sandbox().subscriptions()[0]).toEqual(kept);
	});

	it('is replaced when a changed version is published', async () => {
		const trigger = await live();
		await trigger.activate();
		await trigger.publish({ events: ['service.created'] });
		expect(only().events).toEqual(['service.created']);
	});
});
