import { noteFigures, type Figures } from '../support/figures';
import type { N8nVersion, StoredWorkflow } from '../support/n8nTypes';
import { until } from '../support/until';
import { LongLife } from './longLife';

jest.setTimeout(240_000);

const figures: Figures = {};

afterAll(() => noteFigures('subscriptions', figures));

/** Notes how long something takes from now on. */
function stopwatch(what: string) {
	const began = Date.now();
	return () => (figures[what] = `${((Date.now() - began) / 1000).toFixed(1)} s`);
}

describe.each<N8nVersion>(['2.41', '1.123'])('the subscriptions of n8n %s', (which) => {
	let life: LongLife;

	beforeAll(async () => {
		life = await LongLife.open(which);
		life.sandbox.settings({ subscriptionLimit: 500 });
		await life.foreign(120);
	});
	afterEach(async () => {
		life.sandbox.settings({ subscriptionLimit: 500 });
		for (const { id } of (await life.n8n.client.workflows.list()).filter(({ active }) => active)) {
			await life.n8n.client.workflows.deactivate(id);
		}
		await until('only those of others are left', () => life.sandbox.subscriptions().length === 120);
	});
	afterAll(async () => await life?.close());

	const idOf = (workflow: StoredWorkflow) => life.of(workflow).id;

	it('are mended when it starts: deleted, disabled after three drops, or with their secret lost', async () => {
		const deleted = await life.activated('Deleted');
		const disabled = await life.activated('Disabled');
		const forgotten = await life.activated('Forgotten');
		const untouched = await life.activated('Untouched');
		const before = [deleted, disabled, forgotten, untouched].map(idOf);
		const kept = await life.stored(forgotten);
		await life.restarted(async () => {
			await life.deleteSubscription(idOf(deleted));
			life.store(forgotten, { ...kept, subscriptions: { account: { id: before[2] } } });
			life.front.refusal = () => 404;
			for (let event = 0; event < 3; event++) life.sandbox.trigger();
			await life.sandbox.settled();
			expect(life.of(disabled)).toMatchObject({ active: false });
			life.front.refusal = () => undefined;
		});
		const mended = stopwatch(`Three mended, after n8n ${which} has started`);
		await life.untilMended(deleted, ({ id, active }) => active && id !== before[0]);
		await life.untilMended(disabled, ({ id, active }) => active && id === before[1]);
		await life.untilMended(forgotten, ({ id, active }) => active && id !== before[2]);
		mended();
		await life.untilMended(untouched, ({ id, active }) => active && id === before[3]);
		await life.sandbox.settled();
		expect(await life.heardBy(deleted, disabled, forgotten, untouched)).toEqual([1, 1, 1, 1]);
	});

	it('are mended while it runs, and no execution tells of it', async () => {
		const deleted = await life.activated('Deleted', { authentication: 'oAuth2' });
		const disabled = await life.activated('Disabled');
		life.front.refusal = () => 404;
		for (let event = 0; event < 3; event++) life.sandbox.trigger();
		await life.sandbox.settled();
		life.front.refusal = () => undefined;
		await life.deleteSubscription(idOf(deleted));
		const mended = stopwatch(`Two mended, after a patrol in n8n ${which} has begun`);
		life.timePasses();
		await life.untilMended(deleted, ({ active }) => active);
		await life.untilMended(disabled, ({ active }) => active);
		mended();
		await life.sandbox.settled();
		expect(await life.n8n.client.executions.list(deleted.id)).toEqual([]);
		expect(await life.heardBy(deleted, disabled)).toEqual([1, 1]);
		expect(await life.stored(deleted)).toMatchObject({
			subscriptions: { account: { id: idOf(deleted), sealed: expect.stringMatching(/^v1\./) as string } },
		});
	});

	it('go on bringing events when it starts and PagerDuty answers nothing, and are made anew once their secret does not fit', async () => {
		const steady = await life.activated('Steady');
		const outdated = await life.activated('Outdated');
		const before = [idOf(steady), idOf(outdated)];
		const kept = await life.stored(outdated);
		const subscriptions = { account: { id: before[1], secret: 'an older secret' } };
		// PagerDuty's test event has 15 seconds, and what comes again after them decides.
		life.sandbox.settings({ deliveryRetryMs: [1_000, 15_000] });
		life.sandbox.fail({ path: '/webhook_subscriptions', kind: 'status', status: 403, times: 2 });
		await life.restarted(() => life.store(outdated, { ...kept, subscriptions, subscriptionsChangedAt: 0 }));
		const complaints = () => life.n8n.host.logs().split('could not be looked after').length - 1;
		await until('both were refused', () => complaints() === 2);
		expect(await life.heardBy(steady, outdated)).toEqual([1, 0]);
		await life.untilMended(outdated, ({ id }) => id !== before[1], 30_000);
		expect(await life.heardBy(steady, outdated)).toEqual([1, 1]);
		expect(idOf(steady)).toBe(before[0]);
	});

	it('follow a change of address, of events and of scope', async () => {
		const workflow = await life.activated('Moving');
		const old = life.of(workflow);
		await life.restarted(undefined, life.front.otherUrl);
		await until('there is one for the new address', () => life.allOf(workflow.id).length === 2);
		await life.sandbox.settled();
		// The old one still reaches this n8n here. It may as well be the one of another n8n, so it is named and left.
		const [left, fresh] = life.allOf(workflow.id);
		expect(left).toMatchObject({ id: old.id, url: old.url });
		expect(String(fresh?.url).startsWith(life.front.otherUrl)).toBe(true);
		expect(life.n8n.host.logs()).toContain(`the webhook subscription ${old.id} was left alone`);
		expect(await life.heardBy(workflow)).toEqual([1]);
		await life.deleteSubscription(old.id);
		expect(await life.heardBy(workflow)).toEqual([1]);
		await life.changed(workflow, { events: ['incident.triggered', 'incident.resolved'] });
		await life.untilMended(workflow, ({ events }) => events.length === 2);
		const serviceIds = [String(life.sandbox.services()[0]?.id)];
		await life.changed(workflow, { scope: 'service', serviceIds });
		await life.untilMended(workflow, ({ filter }) => filter.id === serviceIds[0]);
	});

	it('leave no orphan when n8n is killed between making one and saving it', async () => {
		const bystander = await life.activated('Bystander');
		const kept = idOf(bystander);
		const creation = { method: 'POST', path: '/webhook_subscriptions$' };
		life.sandbox.fail({ ...creation, when: 'after', kind: 'timeout' });
		void life.activated('Killed').catch(() => undefined);
		await until('it was made', () => life.sandbox.subscriptions().length === 122);
		const orphan = life.sandbox.subscriptions().at(-1)?.id;
		await life.restarted();
		await until(
			'the orphan is gone',
			() => !life.sandbox.subscriptions().some(({ id }) => id === orphan),
			60_000,
		);
		expect(idOf(bystander)).toBe(kept);
	});

	it('of two workflows on one service are independent, and what the limit refuses leaves nothing behind', async () => {
		const [one, two] = life.sandbox.services().map(({ id }) => id);
		const staying = await life.activated('Staying', { scope: 'service', serviceIds: [one] });
		const leaving = await life.activated('Leaving', { scope: 'service', serviceIds: [one] });
		await life.n8n.client.workflows.deactivate(leaving.id);
		await until('one has left', () => life.allOf(leaving.id).length === 0);
		expect(life.allOf(staying.id)).toHaveLength(1);
		life.sandbox.settings({ subscriptionLimit: 1 });
		const change = life.changed(leaving, { serviceIds: [two, one] });
		await expect(change).rejects.toThrow(
			`In use for service ${one}: 1 of n8n workflows (Staying (workflow ${staying.id})).`,
		);
		await until('nothing is left', () => life.allOf(leaving.id).length === 0);
		expect(life.allOf(staying.id)).toHaveLength(1);
	});

	it('stay as they are while a person tests the workflow in the editor', async () => {
		const workflow = await life.activated('Tested');
		const before = idOf(workflow);
		await life.n8n.client.workflows.run(workflow.id, 'PagerDuty Trigger');
		await until('the test listens', () => life.allOf(workflow.id).length === 2);
		life.sandbox.trigger({ title: 'While testing' });
		await life.sandbox.settled();
		await life.n8n.client.executions.ofWorkflow(workflow.id, 2);
		const modes = (await life.n8n.client.executions.list(workflow.id)).map(({ mode }) => mode).sort();
		expect(modes).toEqual(['manual', 'webhook']);
		await life.untilMended(workflow, ({ id }) => id === before);
	});
});
