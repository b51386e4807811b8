import { setTimeout as wait } from 'node:timers/promises';

import { fingerprint } from '../../../nodes/PagerDuty/webhook/delivery/idempotency/fingerprint';
import { RecentEvents } from '../../../nodes/PagerDuty/webhook/delivery/idempotency/recentEvents';
import { LiveTrigger } from '../../support/liveTrigger';
import type { TriggerOptions } from '../../support/triggerOptions';
import { deliver, eventBody } from '../../support/signedDelivery';
import { processedData } from '../../support/processedData';
import { staticKey } from '../../support/triggerWorkflow';
import { until } from '../../support/until';

const secret = 'the-signing-secret-of-the-only-subscription';
const running: LiveTrigger[] = [];
const afterwards: Array<() => void> = [];
let workflows = 0;

/** A workflow of its own each time: what was killed in one test goes on behind the next. */
async function live(options: TriggerOptions = {}) {
	const workflow = { id: `handing-on-${workflows++}` };
	const trigger = await new LiveTrigger({ workflow, ...options }).serve();
	trigger.stored = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret } } } };
	running.push(trigger);
	return trigger;
}

/** A trigger whose n8n has stored and begun an execution, and is killed before it answers PagerDuty. */
async function killedBeforeAnswer(body: string) {
	const trigger = await live({
		beforeAnswering: () => new Promise<void>((resolve) => afterwards.push(resolve)),
	});
	const broken = deliver(trigger.url, body, { secret, webhookId: 'once' });
	broken.catch(() => {});
	await until('it is stored', () => trigger.executions.length === 1);
	trigger.kill();
	trigger.options.beforeAnswering = undefined;
	return trigger;
}

afterEach(async () => {
	for (const letGo of afterwards.splice(0)) letGo();
	await Promise.all(running.splice(0).map((trigger) => trigger.close()));
});

describe('what follows the trigger', () => {
	it('gets the event, and nothing that is ours', async () => {
		const trigger = await live();
		const body = eventBody();
		await deliver(trigger.url, body, { secret });
		await until('it is handed on', () => trigger.handedOn.length === 1);
		expect(trigger.handedOn).toEqual([{ json: JSON.parse(body).event }]);
	});

	it('happens once when n8n is killed before it has answered, and PagerDuty comes again', async () => {
		const trigger = await killedBeforeAnswer(eventBody({ id: '01XYZ' }));
		expect(trigger.handedOn).toEqual([]);
		const again = await deliver(trigger.url, eventBody({ id: '01XYZ' }), { secret, webhookId: 'once' });
		expect(again.status).toBe(200);
		await until('it is handed on', () => trigger.handedOn.length === 1);
		expect(trigger.executions).toHaveLength(2);
		expect(trigger.handedOn).toMatchObject([{ json: { id: '01XYZ' } }]);
	});

	it('happens once when n8n takes the execution up again, and then PagerDuty comes again', async () => {
		const trigger = await killedBeforeAnswer(eventBody({ id: '01XYZ' }));
		await trigger.takeUpAgain();
		expect(trigger.handedOn).toMatchObject([{ json: { id: '01XYZ' } }]);
		const again = await deliver(trigger.url, eventBody({ id: '01XYZ' }), { secret, webhookId: 'once' });
		expect(again.status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	it('happens once when PagerDuty comes again, and then n8n takes the execution up', async () => {
		const trigger = await killedBeforeAnswer(eventBody({ id: '01XYZ' }));
		await deliver(trigger.url, eventBody({ id: '01XYZ' }), { secret, webhookId: 'once' });
		await until('it is handed on', () => trigger.handedOn.length === 1);
		await trigger.takeUpAgain();
		expect(trigger.handedOn).toHaveLength(1);
	});
});

describe('while the database of n8n is slow', () => {
	const now = Date.now();
	const occurred = (at: number) => eventBody({ occurred_at: new Date(at).toISOString() });

	/** A trigger that took as many events as it writes down, one in a second, and a database that does not answer. */
	async function busy() {
		const trigger = await live();
		const memory = new RecentEvents();
		const data = trigger.stored[staticKey] ?? {};
		for (let ago = 300; ago > 0; ago--)
			memory.write(data, { key: fingerprint(`${ago}`), occurredAt: now - ago * 1_000 });
		const release = processedData.hold();
		afterwards.push(release);
		return { trigger, release };
	}

	it('a new event is handed on at once: a kill would lose it, as PagerDuty has its answer', async () => {
		const { trigger } = await busy();
		await deliver(trigger.url, occurred(now), { secret });
		await until('it is handed on', () => trigger.handedOn.length === 1);
	});

	it('so is one that was delivered late, after a restart', async () => {
		const { trigger } = await busy();
		trigger.kill();
		await deliver(trigger.url, occurred(now - 200_500), { secret });
		await until('it is handed on', () => trigger.handedOn.length === 1);
	});

	it('one that may have come before all that is written down waits until it is known to be new', async () => {
		const { trigger, release } = await busy();
		await deliver(trigger.url, occurred(now - 301_000), { secret });
		await wait(200);
		expect(trigger.handedOn).toEqual([]);
		release();
		await until('it is handed on', () => trigger.handedOn.length === 1);
	});
});

describe('what a person does', () => {
	it('counts for itself: a test run in the editor takes no event away from the live workflow', async () => {
		const trigger = await live({
			parameters: { subscription: 'manual' },
			credentials: { pagerDutyWebhookApi: { signingSecrets: secret } },
		});
		await trigger.listenForTest();
		const body = eventBody();
		await deliver(trigger.testUrl, body, { secret });
		await deliver(trigger.url, body, { secret });
		await until('both have it', () => trigger.handedOn.length === 2);
	});

	it('counts for itself: an execution that is run again in the list of executions goes on', async () => {
		const trigger = await live();
		await deliver(trigger.url, eventBody(), { secret });
		await until('it is handed on', () => trigger.handedOn.length === 1);
		await trigger.takeUpAgain('retry');
		await trigger.takeUpAgain('retry');
		expect(trigger.handedOn).toHaveLength(3);
	});
});
