import { account, closeAll, foreign, heard, live, lost, only } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();
const down = { path: '/webhook_subscriptions', kind: 'status', status: 403, times: 99 } as const;

async function active(...setup: Parameters<typeof live>) {
	const trigger = await live(...setup);
	await trigger.activate();
	return trigger;
}

describe('while the workflow is active, within 15 minutes, a subscription', () => {
	it('that PagerDuty disabled is enabled again', async () => {
		const trigger = await active();
		const { id } = only();
		sandbox().disableSubscription(id);
		await trigger.tick();
		expect(only()).toMatchObject({ id, active: true, disabledUntil: null });
		expect(await heard(trigger)).toBe(1);
	});

	it('that somebody switched off, with other events, is as the form says again', async () => {
		const trigger = await active();
		const { id, secrets } = only();
		const webhook_subscription = { active: false, events: ['service.created'] };
		await account.put(`/webhook_subscriptions/${id}`, { webhook_subscription });
		await trigger.tick();
		expect(only()).toMatchObject({ id, secrets, active: true, events: ['incident.triggered'] });
	});

	it('that somebody deleted is made anew, and its secret is saved', async () => {
		const trigger = await active();
		await lost(only().id);
		await trigger.tick();
		await sandbox().settled();
		expect(trigger.data.subscriptions).toEqual({
			account: { id: only().id, since: expect.any(Number), sealed: expect.stringMatching(/^v1\./) },
		});
		trigger.kill();
		expect(await heard(trigger)).toBe(1);
	});

	it('that somebody gave another scope is made anew', async () => {
		const trigger = await active();
		const filter = { type: 'service_reference', id: sandbox().services()[0]?.id };
		await account.put(`/webhook_subscriptions/${only().id}`, { webhook_subscription: { filter } });
		await trigger.tick();
		expect(only().filter).toEqual({ type: 'account_reference' });
		expect(await heard(trigger)).toBe(1);
	});

	it('of one service is made anew, and those of the other services stay', async () => {
		const serviceIds = sandbox()
			.services()
			.slice(0, 3)
			.map(({ id }) => id);
		const trigger = await active({ scope: 'service', serviceIds });
		const [gone, ...others] = sandbox().subscriptions();
		await lost(String(gone?.id));
		await trigger.tick();
		expect(sandbox().subscriptions()).toEqual(expect.arrayContaining(others));
		expect(sandbox().subscriptions()).toHaveLength(3);
	});

	it('is asked about once and left alone when nothing is wrong', async () => {
		const trigger = await active();
		const before = only();
		const asked = sandbox().requests().length;
		await trigger.tick();
		expect(only()).toEqual(before);
		expect(sandbox().requests().slice(asked)).toMatchObject([{ method: 'GET' }]);
	});

	it('of somebody else is never touched, on no page of the list', async () => {
		sandbox().settings({ subscriptionLimit: 500 });
		const trigger = await active();
		await foreign(230, () => ({ url: 'https://other.example.com/' }));
		await foreign(1, () => ({ url: trigger.url, description: 'made by hand' }));
		const { id } = sandbox().subscriptions()[0] ?? {};
		const others = sandbox().subscriptions().slice(1);
		await lost(String(id));
		await trigger.tick();
		expect(sandbox().subscriptions()).toHaveLength(others.length + 1);
		expect(sandbox().subscriptions()).toEqual(expect.arrayContaining(others));
	});
});

describe('looking after subscriptions', () => {
	it('is never more than 15 minutes away', async () => {
		const trigger = await active();
		expect(trigger.crons).toHaveLength(1);
		expect(trigger.crons[0]?.expression).toMatch(/^[1-5]?\d \*\/5 \* \* \* \*$/);
	});

	it('waits for a better time while PagerDuty refuses, and events go on being taken', async () => {
		const trigger = await active();
		const { id } = only();
		sandbox().fail(down);
		await trigger.tick();
		expect(await heard(trigger)).toBe(1);
		sandbox().disableSubscription(id);
		await trigger.tick();
		expect(only().active).toBe(false);
		sandbox().reset();
		await trigger.tick();
		expect(await heard(trigger)).toBe(1);
	});

	it('is not done for a webhook that was set up by hand', async () => {
		const trigger = await active({ subscription: 'manual' });
		expect(trigger.crons).toEqual([]);
		await trigger.restart();
		expect(sandbox().requests()).toEqual([]);
	});

	it('ends when the workflow is deactivated, also in the middle', async () => {
		const trigger = await active();
		await lost(only().id);
		const patrol = trigger.tick();
		await trigger.deactivate();
		await patrol;
		expect(sandbox().subscriptions()).toEqual([]);
	});

	it('goes on undisturbed by a test run in the editor', async () => {
		const trigger = await active();
		await trigger.listenForTest();
		await trigger.stopTest();
		await lost(only().id);
		await trigger.tick();
		expect(await heard(trigger)).toBe(1);
	});

	it('leaves what there is when n8n does not know its public address any more', async () => {
		const { pagerDutyTokenApi } = (await active()).options.credentials ?? {};
		const credentials = { pagerDutyTokenApi: { ...pagerDutyTokenApi, region: 'us' } };
		const trigger = await live({}, { credentials, webhookUrl: 'http://localhost:5678' });
		await trigger.restart();
		await trigger.tick();
		expect(sandbox().subscriptions()).toHaveLength(1);
	});
});
