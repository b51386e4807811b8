import { PagerDutyTrigger } from '../../../nodes/PagerDuty/PagerDutyTrigger.node';
import { LiveTrigger } from '../../support/liveTrigger';
import { deliver, eventBody } from '../../support/signedDelivery';
import { n8nLog, staticKey } from '../../support/triggerWorkflow';

const secret = 'the-signing-secret-of-the-only-subscription';
const running: LiveTrigger[] = [];
let workflows = 0;

async function live() {
	const trigger = await new LiveTrigger({ workflow: { id: `freshness-${workflows++}` } }).serve();
	trigger.stored = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret } } } };
	running.push(trigger);
	return trigger;
}

afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(running.splice(0).map((trigger) => trigger.close()));
});

describe('how old an event may be', () => {
	const hour = 3_600_000;
	const ago = (hours: number) =>
		eventBody({ occurred_at: new Date(Date.now() - hours * hour).toISOString() });

	it.each([
		['just now', ago(0)],
		['49 hours ago, as PagerDuty tries for 48 and clocks differ', ago(49)],
		['96 hours ago, as it may have waited behind another one for 48 hours', ago(96)],
		['in an hour, by a clock that is wrong', ago(-1)],
		['in two days, by a clock that is very wrong', ago(-48)],
		['at a time that PagerDuty does not say', eventBody()],
		['at a time that nobody can read', eventBody({ occurred_at: 'the other day' })],
		['at a time that is no text', eventBody({ occurred_at: null })],
	])('is taken when it occurred %s', async (_, body) => {
		const trigger = await live();
		expect(await deliver(trigger.url, body, { secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	it.each([
		['in 2024', eventBody({ occurred_at: '2024-02-29T12:00:00Z' }), 200, 'it occurred at 2024-02-29'],
		['a week ago', ago(7 * 24), 200, 'older than anything PagerDuty still delivers'],
		// PagerDuty keeps it while somebody sets the clock right.
		['in 2099', eventBody({ occurred_at: '2099-01-01T00:00:00Z' }), 503, 'it occurred at 2099-01-01'],
		['in a week', ago(-7 * 24), 503, "ahead of this server's clock"],
	])('starts nothing when it occurred %s, and the log says why', async (_, body, status, words) => {
		const trigger = await live();
		const warn = jest.spyOn(n8nLog(new PagerDutyTrigger()), 'warn');
		expect(await deliver(trigger.url, body, { secret })).toMatchObject({ status });
		expect(await deliver(trigger.url, body, { secret })).toMatchObject({ status });
		expect(trigger.executions).toEqual([]);
		expect(warn.mock.calls.map(([line]) => line)).toEqual([expect.stringContaining(words)]);
	});
});
