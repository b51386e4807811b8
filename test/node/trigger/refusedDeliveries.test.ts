import type { INodeParameters } from 'n8n-workflow';

import { PagerDutyTrigger } from '../../../nodes/PagerDuty/PagerDutyTrigger.node';
import { LiveTrigger } from '../../support/liveTrigger';
import { deliver, eventBody } from '../../support/signedDelivery';
import { n8nLog, staticKey } from '../../support/triggerWorkflow';

const secret = 'the-signing-secret-of-the-only-subscription';
const running: LiveTrigger[] = [];
let workflows = 0;

async function live(parameters: INodeParameters = {}) {
	const trigger = await new LiveTrigger({ parameters, workflow: { id: `refusing-${workflows++}` } }).serve();
	trigger.stored = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret } } } };
	running.push(trigger);
	const warn = jest.spyOn(n8nLog(new PagerDutyTrigger()), 'warn');
	return { trigger, lines: () => warn.mock.calls.map(([line]) => line) };
}

afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(running.splice(0).map((trigger) => trigger.close()));
});

describe('the log of refused deliveries', () => {
	it('gets one line a minute for each node, with a count of those left out', async () => {
		const { trigger, lines } = await live();
		const now = jest.spyOn(Date, 'now');
		for (let count = 0; count < 400; count++) await deliver(trigger.url, eventBody());
		expect(lines()).toEqual([
			expect.stringMatching(/a delivery was refused.*signing secret of this webhook$/),
		]);
		now.mockReturnValue(Date.now() + 61_000);
		for (let count = 0; count < 3; count++) await deliver(trigger.url, eventBody());
		expect(lines().slice(1)).toEqual([expect.stringContaining('(and 399 more like it since the last line)')]);
		now.mockReturnValue(Date.now() + 61_000);
		await deliver(trigger.url, eventBody());
		expect(lines().slice(2)).toEqual([expect.stringContaining('(and 2 more like it since the last line)')]);
	});

	it('gets a line of each node', async () => {
		const one = await live();
		await deliver(one.trigger.url, eventBody());
		const other = await live();
		await deliver(other.trigger.url, eventBody());
		expect(other.lines().length).toBeGreaterThan(0);
	});

	const held = { subscriptions: { account: { id: 'PSUB001', secret } } };
	it.each([
		['while there is no secret', { data: {} }],
		['while the credential is missing', { parameters: { subscription: 'manual' } }],
		['of what is no event', { body: '{"a":1}' }],
		['of events that are years old', { body: eventBody({ occurred_at: '2024-01-01T00:00:00Z' }) }],
	])('does not fill up %s either', async (_, given) => {
		const { parameters, data, body } = { parameters: {}, data: held, body: eventBody(), ...given };
		const { trigger, lines } = await live(parameters);
		trigger.stored = { [staticKey]: data };
		for (let count = 0; count < 20; count++) await deliver(trigger.url, body, { secret });
		expect(lines().length).toBeGreaterThan(0);
		expect(lines()).toEqual([...new Set(lines())]);
	});
});

describe("a POST from an action of PagerDuty's incident workflows, which is not signed", () => {
	const headers = { 'User-Agent': 'PagerDuty-Workflow-Automation/1.0' };

	it('starts nothing; the answer and the log say what it is and how to receive it', async () => {
		const { trigger, lines } = await live();
		const { status, message } = await deliver(trigger.url, '{"any":"body"}', { headers });
		expect(status).toBe(401);
		for (const words of [message, lines().join()]) {
			expect(words).toMatch(/incident workflow/);
			expect(words).toMatch(/Webhook node.*header authentication/);
		}
		expect(trigger.executions).toEqual([]);
	});

	it('opens no door: the name alone is worth nothing, and takes nothing away from what is signed', async () => {
		const { trigger } = await live();
		expect(await deliver(trigger.url, eventBody(), { headers })).toMatchObject({ status: 401 });
		expect(await deliver(trigger.url, eventBody(), { headers, secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});
});
