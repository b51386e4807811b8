import { sandboxKeys } from '../../../sandbox';
import type { LiveTrigger } from '../../support/liveTrigger';
import { account, closeAll, heard, live, only } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();

async function active(...setup: Parameters<typeof live>) {
	const trigger = await live(...setup);
	await trigger.activate();
	return trigger;
}

/** Whoever may change the credential enters another key of the same account. */
function changeKey(trigger: LiveTrigger): void {
	// In place: what n8n looks after subscriptions with finds the new key as well.
	Object.assign(Object(trigger.options.credentials?.pagerDutyTokenApi), { apiToken: sandboxKeys.user });
}

describe('when the credential gets another key', () => {
	it('events go on being verified, and the next patrol has the secret sealed anew', async () => {
		const trigger = await active();
		const before = only();
		changeKey(trigger);
		expect(await heard(trigger)).toBe(1);
		await trigger.tick();
		await sandbox().settled();
		trigger.kill();
		expect(await heard(trigger)).toBe(1);
		expect(only()).toEqual(before);
	});

	it('and other processes answer deliveries, these seal it anew', async () => {
		const trigger = await active();
		const before = only();
		trigger.answerElsewhere();
		expect(await heard(trigger)).toBe(1);
		changeKey(trigger);
		await trigger.tick();
		await sandbox().settled();
		trigger.answerElsewhere();
		expect(await heard(trigger)).toBe(1);
		expect(only()).toEqual(before);
	});

	it('and nobody knows the secret any more, the subscription is made anew, also where others answer', async () => {
		const trigger = await active();
		const { id } = only();
		changeKey(trigger);
		trigger.kill();
		trigger.answerElsewhere();
		await trigger.restart();
		await trigger.tick();
		await sandbox().settled();
		expect(only().id).not.toBe(id);
		for (let hour = 0; hour < 3; hour++) {
			await trigger.tick();
			expect(await heard(trigger)).toBe(1);
		}
	});

	it('and an event comes first, that is asked for again, and the next one is verified', async () => {
		const trigger = await active();
		sandbox().settings({ deliveryRetryMs: [3_600_000] });
		changeKey(trigger);
		trigger.kill();
		expect(await heard(trigger)).toBe(0);
		expect(await heard(trigger)).toBe(1);
	});
});

describe('while the credential cannot be read', () => {
	const without = (trigger: LiveTrigger) => {
		const { credentials } = trigger.options;
		trigger.options.credentials = {};
		return () => (trigger.options.credentials = credentials);
	};

	it('a process that knows the secret verifies events with it, and reads no credential for that', async () => {
		const trigger = await active();
		without(trigger);
		expect(await heard(trigger)).toBe(1);
		expect(await heard(trigger)).toBe(1);
	});

	it('a process that does not answers 503, and takes nothing for lost', async () => {
		const trigger = await active();
		sandbox().settings({ deliveryRetryMs: [3_600_000] });
		const before = only();
		trigger.kill();
		const restore = without(trigger);
		expect(await heard(trigger)).toBe(0);
		expect(sandbox().deliveries().at(-1)).toMatchObject({ status: 503 });
		restore();
		expect(await heard(trigger)).toBe(1);
		expect(only()).toEqual(before);
	});
});
