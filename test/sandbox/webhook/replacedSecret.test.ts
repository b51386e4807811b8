import type { IDataObject } from 'n8n-workflow';

import type { LiveTrigger } from '../../support/liveTrigger';
import { deliver, eventBody } from '../../support/signedDelivery';
import { staticKey } from '../../support/triggerWorkflow';
import { account, badgeOf, closeAll, heard, live, only } from './liveAtSandbox';

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

const pings = () =>
	sandbox()
		.requests()
		.filter(({ path }) => path.endsWith('/ping')).length;

/** An hour passes, and n8n starts again. */
function grownOld(trigger: LiveTrigger): void {
	trigger.kill();
	const held = Object(trigger.data.subscriptions).account as IDataObject;
	const subscriptions = { account: { ...held, since: Date.now() - 3_600_000 } };
	trigger.stored = { [staticKey]: { ...trigger.data, subscriptions } };
}

/** Half a minute passes since PagerDuty was asked for a test event. */
function agePing(trigger: LiveTrigger): void {
	const doubts = Object.entries(Object(trigger.data.doubts)).map(([id, doubt]) => [
		id,
		{ ...Object(doubt), at: Object(doubt).at - 30_000 },
	]);
	trigger.stored = { [staticKey]: { ...trigger.data, doubts: Object.fromEntries(doubts) } };
}

describe('a secret that somebody replaced in PagerDuty', () => {
	/** The test event that PagerDuty is asked for comes, and time passes. */
	const tested = async (trigger: LiveTrigger) => {
		await sandbox().settled();
		agePing(trigger);
	};

	it('is given up for a new subscription', async () => {
		const trigger = await active();
		const { id } = only();
		grownOld(trigger);
		sandbox().rotateSecret(id, false);
		expect(await heard(trigger)).toBe(0);
		await tested(trigger);
		expect(await heard(trigger)).toBe(0);
		expect(only().id).not.toBe(id);
		expect(await heard(trigger)).toBe(1);
		expect(answers()).toEqual([503, 503, 200]);
	});

	it('is given up although an earlier version left it unsealed, and it was sealed a moment ago', async () => {
		const trigger = await active();
		const { id, secrets } = only();
		trigger.kill();
		const subscriptions = { account: { id, secret: secrets[0] } };
		trigger.stored = { [staticKey]: { ...trigger.data, subscriptions, subscriptionsChangedAt: 0 } };
		await trigger.restart();
		await trigger.tick();
		sandbox().rotateSecret(id, false);
		expect(await heard(trigger)).toBe(0);
		await tested(trigger);
		expect(await heard(trigger)).toBe(0);
		expect(only().id).not.toBe(id);
		expect(await heard(trigger)).toBe(1);
	});

	it('is given up when each delivery comes to another process', async () => {
		const trigger = await active();
		const { id } = only();
		grownOld(trigger);
		sandbox().rotateSecret(id, false);
		trigger.answerElsewhere();
		expect(await heard(trigger)).toBe(0);
		await tested(trigger);
		trigger.answerElsewhere();
		expect(await heard(trigger)).toBe(0);
		expect(only().id).not.toBe(id);
		trigger.answerElsewhere();
		expect(await heard(trigger)).toBe(1);
	});

	it('is kept when it is so young that something must have changed the body', async () => {
		const trigger = await active();
		const { id } = only();
		sandbox().rotateSecret(id, false);
		expect(await heard(trigger)).toBe(0);
		expect(only().id).toBe(id);
	});

	it('is kept while PagerDuty cannot be asked for a test event', async () => {
		const trigger = await active();
		const { id } = only();
		grownOld(trigger);
		sandbox().rotateSecret(id, false);
		sandbox().fail({ path: '/ping$', kind: 'status', status: 403, times: 9 });
		for (let event = 0; event < 3; event++) expect(await heard(trigger)).toBe(0);
		expect(only().id).toBe(id);
	});
});

describe('a stranger who knows the badge and the ID of a healthy subscription', () => {
	/** Deliveries that fit no secret, and claim to be test events. */
	const forge = async (trigger: LiveTrigger, headers: Record<string, string>, count = 1) => {
		for (let each = 0; each < count; each++) {
			const body = eventBody({ event_type: 'pagey.ping', data: { type: 'ping' } });
			await deliver(trigger.url, body, { secret: 'wrong', headers });
		}
	};

	it.each([
		['in one process', () => {}],
		['in several processes', (trigger: LiveTrigger) => trigger.answerElsewhere()],
	])(
		'has nothing replaced, %s: PagerDuty is asked for a test event, and that is verified',
		async (_, next) => {
			const trigger = await active();
			const before = only();
			grownOld(trigger);
			for (let round = 0; round < 4; round++) {
				next(trigger);
				await forge(trigger, badgeOf(before), 3);
				await sandbox().settled();
				agePing(trigger);
			}
			expect(only()).toEqual(before);
			expect(pings()).toBe(1);
			expect(await heard(trigger)).toBe(1);
		},
	);

	it('has nothing replaced before the test event had its time', async () => {
		const trigger = await active();
		const before = only();
		grownOld(trigger);
		sandbox().fail({ path: '/ping$', kind: 'body', body: {} });
		await forge(trigger, badgeOf(before), 9);
		expect(only()).toEqual(before);
	});

	it('has nothing replaced when no test event comes at all', async () => {
		const trigger = await active();
		const before = only();
		grownOld(trigger);
		sandbox().fail({ path: '/ping$', kind: 'body', body: {} });
		for (let each = 0; each < 3; each++) {
			await deliver(trigger.url, eventBody(), { secret: 'wrong', headers: badgeOf(before) });
			agePing(trigger);
		}
		expect(only()).toEqual(before);
	});
});
