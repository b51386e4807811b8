import { deliver, eventBody } from '../../support/signedDelivery';
import { account, closeAll, foreign, live, only } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();

describe('subscriptions of others', () => {
	it('are never touched, on no page of the list, not even with our address or our description', async () => {
		sandbox().settings({ subscriptionLimit: 500 });
		const trigger = await live();
		await foreign(230, (index) => ({ url: `https://other.example.com/${index}` }));
		await foreign(1, () => ({ url: trigger.url, description: 'made by hand' }));
		await foreign(1, () => ({
			url: 'https://other.example.com/a',
			description: 'n8n: Test (workflow workflow)',
		}));
		const before = [...sandbox().subscriptions()];
		await trigger.activate();
		expect(sandbox().subscriptions()).toHaveLength(before.length + 1);
		trigger.stored = {};
		await trigger.activate();
		await trigger.deactivate();
		expect(sandbox().subscriptions()).toEqual(before);
	});

	it('to another workflow on the same service stay when this one is deactivated', async () => {
		const serviceIds = [sandbox().services()[0]?.id ?? ''];
		const other = await live({ scope: 'service', serviceIds }, { workflow: { id: 'other', name: 'Other' } });
		const trigger = await live({ scope: 'service', serviceIds });
		await other.activate();
		await trigger.activate();
		expect(sandbox().subscriptions()).toHaveLength(2);
		await trigger.deactivate();
		expect(only().url).toBe(other.url);
	});
});

describe('a test run in the editor', () => {
	it('has a subscription of its own and leaves the live one alone', async () => {
		const trigger = await live();
		await trigger.activate();
		const before = only();
		const { data } = trigger;
		await trigger.listenForTest();
		const test = sandbox()
			.subscriptions()
			.find(({ id }) => id !== before.id);
		expect(test?.url).toBe(trigger.testUrl);
		sandbox().trigger();
		await sandbox().settled();
		expect(trigger.executions).toHaveLength(2);
		const secret = before.secrets[0];
		expect(await deliver(trigger.testUrl, eventBody(), { secret })).toMatchObject({ status: 401 });
		await trigger.stopTest();
		expect(only()).toEqual(before);
		expect(trigger.data.subscriptions).toEqual(data.subscriptions);
	});

	it('that n8n could not clean up after is cleaned up by the next one', async () => {
		const trigger = await live();
		await trigger.listenForTest();
		await trigger.listenForTest();
		expect(only().url).toBe(trigger.testUrl);
	});
});
