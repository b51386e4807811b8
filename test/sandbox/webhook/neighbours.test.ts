import type { LiveTrigger } from '../../support/liveTrigger';
import { staticKey } from '../../support/triggerWorkflow';
import { account, closeAll, foreign, heard, live, watchLog } from './liveAtSandbox';

let log: ReturnType<typeof watchLog>;

beforeEach(async () => {
	await account.start();
	log = watchLog();
});
afterEach(async () => {
	log.stop();
	await closeAll();
});

const sandbox = () => account.sandbox();
const all = () => sandbox().subscriptions();
const at = (trigger: LiveTrigger) => all().filter(({ url }) => url === trigger.url);

describe('two triggers in one workflow', () => {
	it('that listen at two addresses leave each other alone', async () => {
		const one = await live();
		const two = await live();
		await one.activate();
		const [first] = at(one);
		await two.activate();
		await two.restart();
		await two.tick();
		await two.deactivate();
		expect(all()).toEqual([first]);
	});
});

describe('a subscription at our own address', () => {
	it('whose description somebody changed is used as long as it is good, and never changed or deleted', async () => {
		const trigger = await live();
		await trigger.activate();
		const [{ id }] = all() as [ReturnType<typeof all>[number]];
		await account.put(`/webhook_subscriptions/${id}`, { webhook_subscription: { description: 'Mine' } });
		await trigger.restart();
		await trigger.tick();
		expect(all()).toMatchObject([{ id, description: 'Mine' }]);
		expect(await heard(trigger)).toBe(1);
		sandbox().disableSubscription(id);
		await trigger.tick();
		expect(all()).toMatchObject([
			{ id, description: 'Mine', active: false },
			{ url: trigger.url, active: true },
		]);
		await trigger.deactivate();
		expect(all()).toMatchObject([{ id, description: 'Mine' }]);
	});

	it('that somebody made by hand is not touched, even where its ID stands in our static data', async () => {
		const trigger = await live();
		await foreign(1, () => ({ url: trigger.url, description: 'made by hand' }));
		const [byHand] = all();
		trigger.stored = {
			[staticKey]: { subscriptions: { account: { id: byHand?.id, secret: byHand?.secrets[0] } } },
		};
		trigger.change({ events: ['incident.resolved'] });
		await trigger.activate();
		await trigger.deactivate();
		expect(all()).toEqual([byHand]);
	});
});
