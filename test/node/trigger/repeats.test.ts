import { LiveTrigger, type TriggerOptions } from '../../support/liveTrigger';
import { deliver, eventBody } from '../../support/signedDelivery';
import { staticKey } from '../../support/triggerWorkflow';

const secret = 'the-signing-secret-of-the-only-subscription';
const running: LiveTrigger[] = [];
let nodes = 0;

/** A workflow of its own each time, as what one process remembers is kept for each workflow. */
async function live(options: TriggerOptions = {}) {
	const workflow = { id: `repeats-${nodes++}` };
	const trigger = await new LiveTrigger({ workflow, ...options }).serve();
	trigger.stored = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret } } } };
	running.push(trigger);
	return trigger;
}

/** A database that is held up until it is let go. */
function heldUp() {
	let letGo = () => {};
	const over = new Promise<void>((resolve) => (letGo = resolve));
	let arrived = () => {};
	const reached = new Promise<void>((resolve) => (arrived = resolve));
	const beforeStoring = async () => {
		arrived();
		await over;
	};
	return { beforeStoring, letGo, reached };
}

afterEach(async () => {
	await Promise.all(running.splice(0).map((trigger) => trigger.close()));
});

describe('a repeated delivery', () => {
	const body = eventBody();
	const once = { secret, webhookId: 'once' };

	it('gets 200 and starts nothing', async () => {
		const trigger = await live();
		for (let attempt = 0; attempt < 3; attempt++) {
			expect(await deliver(trigger.url, body, once)).toMatchObject({ status: 200 });
		}
		expect(trigger.executions).toHaveLength(1);
	});

	it('is known by its X-Webhook-Id: another delivery of the same event counts', async () => {
		const trigger = await live();
		await deliver(trigger.url, body, { secret, webhookId: 'one' });
		await deliver(trigger.url, body, { secret, webhookId: 'other' });
		expect(trigger.executions).toHaveLength(2);
	});

	it('is known by the event where no X-Webhook-Id is sent', async () => {
		const trigger = await live();
		await deliver(trigger.url, body, { secret, webhookId: '' });
		await deliver(trigger.url, body, { secret, webhookId: '' });
		expect(trigger.executions).toHaveLength(1);
	});

	it('is known after n8n was restarted', async () => {
		const trigger = await live();
		await deliver(trigger.url, body, once);
		const restarted = await live();
		restarted.stored = trigger.stored;
		expect(await deliver(restarted.url, body, once)).toMatchObject({ status: 200 });
		expect(restarted.executions).toEqual([]);
	});

	it('that comes while the first is still being worked on waits for it, and starts nothing', async () => {
		const database = heldUp();
		const trigger = await live(database);
		const first = deliver(trigger.url, body, once);
		await database.reached;
		const second = deliver(trigger.url, body, once);
		database.letGo();
		expect([await first, await second]).toMatchObject([{ status: 200 }, { status: 200 }]);
		expect(trigger.executions).toHaveLength(1);
	});

	it('is taken when n8n could not store the execution of the first', async () => {
		const trigger = await live();
		trigger.options.beforeStoring = () => {
			throw new Error('the database is locked');
		};
		expect(await deliver(trigger.url, body, once)).toMatchObject({ status: 500 });
		trigger.options.beforeStoring = undefined;
		expect(await deliver(trigger.url, body, once)).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	it('is told to come again when PagerDuty hung up before n8n was done, and then starts nothing', async () => {
		const database = heldUp();
		const trigger = await live(database);
		const hangUp = new AbortController();
		const first = deliver(trigger.url, body, { ...once, signal: hangUp.signal }).catch(() => 'hung up');
		await database.reached;
		hangUp.abort();
		expect(await first).toBe('hung up');
		expect(await deliver(trigger.url, body, once)).toMatchObject({ status: 503 });
		database.letGo();
		await new Promise((resolve) => setImmediate(resolve));
		expect(await deliver(trigger.url, body, once)).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	it('is known although many others came at once and n8n let the last writer win', async () => {
		const bodies = Array.from({ length: 20 }, () => eventBody());
		// All have read static data before the first one writes it.
		let arrived = 0;
		const database = heldUp();
		const trigger = await live({
			beforeStoring: async () => {
				if (++arrived === bodies.length) database.letGo();
				await database.beforeStoring();
			},
		});
		const webhookId = (index: number) => `delivery-${index}`;
		const sent = bodies.map((each, index) =>
			deliver(trigger.url, each, { secret, webhookId: webhookId(index) }),
		);
		await Promise.all(sent);
		await deliver(trigger.url, eventBody(), { secret });
		const restarted = await live();
		restarted.stored = trigger.stored;
		for (const [index, each] of bodies.entries()) {
			await deliver(restarted.url, each, { secret, webhookId: webhookId(index) });
		}
		expect(trigger.executions).toHaveLength(21);
		expect(restarted.executions).toEqual([]);
	});
});

describe('an event that two subscriptions of the node deliver', () => {
	it('starts one execution, as an incident of two chosen teams is one incident', async () => {
		const trigger = await live({ parameters: { scope: 'team', teamIds: ['PTEAM1', 'PTEAM2'] } });
		const subscriptions = {
			'team:PTEAM1': { id: 'P1', secret: 'one' },
			'team:PTEAM2': { id: 'P2', secret: 'two' },
		};
		trigger.stored = { [staticKey]: { subscriptions } };
		const body = eventBody();
		const answers = [
			await deliver(trigger.url, body, { secret: 'one' }),
			await deliver(trigger.url, body, { secret: 'two' }),
			await deliver(trigger.url, eventBody(), { secret: 'two' }),
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(trigger.executions).toHaveLength(2);
	});
});
