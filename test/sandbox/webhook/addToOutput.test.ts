import { setTimeout as wait } from 'node:timers/promises';

import { account, closeAll, live } from './liveAtSandbox';
import { until } from '../../support/until';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();
const everything = ['alerts', 'custom_fields', 'incident', 'notes'];

async function withOutput(addToOutput: string[], events = ['incident.acknowledged']) {
	const trigger = await live({ events, options: { addToOutput } });
	await trigger.activate();
	const { id } = sandbox().trigger({ title: 'Checkout is down' });
	sandbox().alert(id, { key: 'latency', summary: 'Latency is up' });
	sandbox().note(id, 'Looking into it');
	return { trigger, id };
}

describe('what is added to the output', () => {
	it('is the incident, its alerts, notes and custom fields, beside the untouched event', async () => {
		const { trigger, id } = await withOutput(everything);
		sandbox().acknowledge(id);
		await sandbox().settled();
		expect(trigger.executions).toMatchObject([
			{
				event_type: 'incident.acknowledged',
				data: { id, type: 'incident', title: 'Checkout is down' },
				incident: { id, incident_number: expect.any(Number), status: 'acknowledged' },
				alerts: [expect.objectContaining({ summary: 'Latency is up' })],
				notes: [expect.objectContaining({ content: 'Looking into it' })],
				custom_fields: expect.arrayContaining([expect.objectContaining({ name: 'environment' })]),
			},
		]);
		expect(trigger.executions[0]).not.toHaveProperty('not_fetched');
	});

	it('is only what was chosen, and nothing for events about services', async () => {
		const { trigger, id } = await withOutput(['notes'], ['incident.acknowledged', 'service.updated']);
		sandbox().acknowledge(id);
		sandbox().emit('service.updated');
		await sandbox().settled();
		const keys = trigger.executions.map((each) => everything.filter((key) => key in each));
		expect(keys.toSorted()).toEqual([[], ['notes']]);
	});

	it('is read once for an event that two subscriptions deliver', async () => {
		const services = sandbox().services();
		const trigger = await live({
			scope: 'service',
			serviceIds: [services[0]?.id ?? ''],
			events: ['incident.triggered'],
			options: { addToOutput: ['incident'] },
		});
		await trigger.activate();
		sandbox().trigger({ serviceId: services[0]?.id });
		await sandbox().settled();
		const [first] = sandbox().deliveries();
		expect(first?.status).toBe(200);
		const reads = () =>
			sandbox()
				.requests()
				.filter(({ path }) => /^\/incidents\/\w+$/.test(path)).length;
		expect(reads()).toBe(1);
	});
});

describe('what cannot be added', () => {
	it('because there is no such thing keeps the workflow from being activated', async () => {
		const trigger = await live({ options: { addToOutput: ['notes', 'everything'] } });
		const refused = expect(trigger.activate()).rejects;
		await refused.toThrow('"Add to Output" cannot be "everything"');
		await refused.toMatchObject({
			description: expect.stringContaining('alerts, custom_fields, incident, notes'),
		});
		expect(sandbox().subscriptions()).toEqual([]);
	});

	it('is named where an expression gives it later, and the event goes on', async () => {
		const { trigger, id } = await withOutput(['notes']);
		trigger.change({ options: { addToOutput: ['notes', 'everything'] } });
		sandbox().acknowledge(id);
		await sandbox().settled();
		expect(trigger.executions).toMatchObject([
			{
				notes: [expect.objectContaining({ content: 'Looking into it' })],
				not_fetched: [{ name: 'everything', reason: 'PagerDuty has nothing of this name to add.' }],
			},
		]);
	});

	it.each<[string, object, RegExp]>([
		['is refused (403)', { kind: 'status', status: 403 }, /\w/],
		['is gone (404)', { kind: 'status', status: 404 }, /\w/],
		['is limited (429)', { kind: 'status', status: 429, headers: { 'ratelimit-reset': '30' } }, /\w/],
		['fails (503)', { kind: 'status', status: 503 }, /\w/],
		['breaks off', { kind: 'reset' }, /reached|answer/],
		['never comes', { kind: 'timeout' }, /2\.5 seconds|could not be reached/],
		['is no JSON', { kind: 'body', body: '<html>Sign in</html>' }, /\w/],
	])('because it %s is named, and the event goes on in time', async (_, fault, reason) => {
		const { trigger, id } = await withOutput(['alerts', 'notes']);
		sandbox().fail({ method: 'GET', path: '/notes$', times: 100, ...fault } as never);
		sandbox().acknowledge(id);
		await until('the execution', () => trigger.executions.length > 0);
		await sandbox().settled();
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0]).toMatchObject({
			data: { id },
			alerts: [expect.objectContaining({ summary: 'Latency is up' })],
			not_fetched: [{ name: 'notes', reason: expect.stringMatching(reason) }],
		});
		expect(trigger.executions[0]).not.toHaveProperty('notes');
		expect(
			sandbox()
				.deliveries()
				.every(({ status }) => status === 200),
		).toBe(true);
	});

	it('is beyond the hundred alerts of one page, and says so', async () => {
		const { trigger, id } = await withOutput(['alerts']);
		for (let count = 0; count < 120; count++)
			sandbox().alert(id, { key: `${count}`, summary: `Alert ${count}` });
		sandbox().acknowledge(id);
		await sandbox().settled();
		expect(trigger.executions[0]?.alerts).toHaveLength(100);
		expect(trigger.executions[0]?.not_fetched).toEqual([
			{ name: 'alerts', reason: 'There are more; these are the first 100.' },
		]);
	});

	it('leaves the event with PagerDuty while n8n is killed reading it: it comes again, once', async () => {
		sandbox().settings({ deliveryRetryMs: [60_000], deliveryTimeoutMs: 1_000 });
		let isDead = false;
		const never = new Promise<void>(() => {});
		const trigger = await live(
			{ events: ['incident.acknowledged'], options: { addToOutput: ['incident'] } },
			{ beforeStoring: () => (isDead ? never : undefined) },
		);
		await trigger.activate();
		const { id } = sandbox().trigger();
		sandbox().fail({ method: 'GET', path: `^/incidents/${id}$`, kind: 'timeout' });
		const arrived = () =>
			sandbox()
				.requests()
				.some(({ method, path }) => method === 'GET' && path === `/incidents/${id}`);
		sandbox().acknowledge(id);
		await until('the request for the incident', arrived);
		isDead = true;
		trigger.kill();
		await sandbox().settled();
		// What the dead process would have done by now.
		await wait(3_000);
		isDead = false;
		expect(trigger.executions).toHaveLength(0);
		await sandbox().advance(60_000);
		await sandbox().settled();
		expect(trigger.executions).toMatchObject([{ incident: { id } }]);
	});
});
