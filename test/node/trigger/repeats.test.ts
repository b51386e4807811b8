import { LiveTrigger } from '../../support/liveTrigger';
import type { TriggerOptions } from '../../support/triggerOptions';
import { processedData } from '../../support/processedData';
import { deliver, eventBody } from '../../support/signedDelivery';
import { staticKey } from '../../support/triggerWorkflow';
import { until } from '../../support/until';

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
	jest.restoreAllMocks();
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

	it.each([
		['another X-Webhook-Id', (index: number) => ({ 'X-Webhook-Id': `forged-${index}` })],
		['an empty one', (index: number) => ({ 'X-Webhook-Id': index ? '' : 'genuine' })],
		['blanks for one', (index: number) => ({ 'X-Webhook-Id': ' '.repeat(index + 1) })],
	])('is known by the event, which is signed, also when it is sent again with %s', async (_, headers) => {
		const trigger = await live();
		for (let index = 0; index < 10; index++) {
			const answer = await deliver(trigger.url, body, { secret, headers: headers(index) });
			expect(answer.status).toBe(200);
		}
		expect(trigger.executions).toHaveLength(1);
	});

	it('is known by all that was signed where the event has no ID', async () => {
		const trigger = await live();
		const nameless = [eventBody({ id: undefined, n: 1 }), eventBody({ id: undefined, n: 2 })];
		for (const each of [...nameless, ...nameless]) await deliver(trigger.url, each, { secret });
		expect(trigger.executions).toMatchObject([{ n: 1 }, { n: 2 }]);
	});

	it('is not what only has the X-Webhook-Id of an earlier one: that is another event', async () => {
		const trigger = await live();
		for (const each of [eventBody(), eventBody(), eventBody()]) await deliver(trigger.url, each, once);
		expect(trigger.executions).toHaveLength(3);
	});

	it('is known after n8n was restarted', async () => {
		const trigger = await live();
		await deliver(trigger.url, body, once);
		trigger.kill();
		expect(await deliver(trigger.url, body, once)).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	it('reaches nothing that follows the trigger, after 301 others and a restart', async () => {
		const trigger = await live();
		for (const each of [body, ...Array.from({ length: 301 }, () => eventBody())])
			await deliver(trigger.url, each, { secret });
		await until('all are handed on', () => trigger.handedOn.length === 302);
		trigger.kill();
		expect(await deliver(trigger.url, body, { secret })).toMatchObject({ status: 200 });
		await deliver(trigger.url, eventBody({ id: 'the last one' }), { secret });
		await until('the last one is handed on', () => trigger.handedOn.at(-1)?.json.id === 'the last one');
		expect(trigger.handedOn).toHaveLength(303);
	});

	it('is handed on all the same when n8n cannot remember it: twice is better than never', async () => {
		const trigger = await live();
		processedData.fail(1);
		await deliver(trigger.url, body, { secret });
		await until('it is handed on', () => trigger.handedOn.length === 1);
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
	const held = (...keys: string[]) => ({
		subscriptions: Object.fromEntries(keys.map((key) => [key, { id: `P${key}`, secret: key }])),
	});

	it.each([
		['of two chosen teams', { scope: 'team', teamIds: ['one', 'other'] }, held('one', 'other'), {}],
		['of two chosen services', { scope: 'service', serviceIds: ['one', 'other'] }, held('one', 'other'), {}],
		['that were set up by hand', { subscription: 'manual' }, {}, { signingSecrets: 'one, other' }],
	])('starts one execution: %s', async (_, parameters, data, pagerDutyWebhookApi) => {
		const trigger = await live({ parameters, credentials: { pagerDutyWebhookApi } });
		trigger.stored = { [staticKey]: data };
		const body = eventBody();
		const answers = [
			await deliver(trigger.url, body, { secret: 'one' }),
			await deliver(trigger.url, body, { secret: 'other' }),
			await deliver(trigger.url, eventBody(), { secret: 'other' }),
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(trigger.executions).toHaveLength(2);
	});
});
