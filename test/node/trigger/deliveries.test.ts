import type { INodeParameters } from 'n8n-workflow';

import { LiveTrigger } from '../../support/liveTrigger';
import type { TriggerOptions } from '../../support/triggerOptions';
import { deliver, eventBody, signature } from '../../support/signedDelivery';
import { staticKey } from '../../support/triggerWorkflow';

const secret = 'the-signing-secret-of-the-only-subscription';
const running: LiveTrigger[] = [];

/** A trigger that holds one subscription. */
async function live(parameters: INodeParameters = {}, more: Omit<TriggerOptions, 'parameters'> = {}) {
	const trigger = await new LiveTrigger({ parameters, ...more }).serve();
	trigger.stored = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret } } } };
	running.push(trigger);
	return trigger;
}

afterEach(async () => {
	await Promise.all(running.splice(0).map((trigger) => trigger.close()));
});

describe('a delivery', () => {
	it('starts one execution with the event exactly as PagerDuty sent it', async () => {
		const trigger = await live();
		const body = eventBody({ id: '01XYZ', agent: null, client: { name: 'Küche 🔥' }, later: [1] });
		expect(await deliver(trigger.url, body, { secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toEqual([JSON.parse(body).event]);
	});

	it('is verified over the very bytes that came, however they are spaced', async () => {
		const trigger = await live();
		const spaced = Buffer.from(
			JSON.stringify(JSON.parse(eventBody()), null, 4).replace('Checkout', '\\u0043heckout'),
		);
		expect(await deliver(trigger.url, spaced, { secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toMatchObject([{ data: { title: 'Checkout is down' } }]);
	});

	it.each(['application/octet-stream', 'application/vnd.pagerduty+json', 'multipart/mixed; boundary=x'])(
		'is taken when something on its way made its content type %s',
		async (type) => {
			const trigger = await live();
			const { status } = await deliver(trigger.url, eventBody(), {
				secret,
				headers: { 'Content-Type': type },
			});
			expect(status).toBe(200);
			expect(trigger.executions).toHaveLength(1);
		},
	);

	it('of the largest size that PagerDuty sends is taken', async () => {
		const trigger = await live();
		const body = eventBody({ padding: 'é'.repeat(120 * 1024) });
		expect(await deliver(trigger.url, body, { secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	it.each([
		['unsigned', {}],
		['signed with another secret', { secret: 'another' }],
		['signed over another body', { headers: { 'X-PagerDuty-Signature': signature(secret, eventBody()) } }],
		['a form, which n8n uses up', { secret, headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }],
		['signed in another version', { headers: { 'X-PagerDuty-Signature': `v2=${'0'.repeat(64)}` } }],
	])('that is %s gets 401 and a reason, and starts nothing', async (_, options) => {
		const trigger = await live();
		const { status, message } = await deliver(trigger.url, eventBody(), options);
		expect(status).toBe(401);
		expect(message).toMatch(/signature/i);
		expect(message).not.toContain(secret);
		expect(trigger.executions).toEqual([]);
	});

	it('gets 503 while there is no secret to verify it with, so that PagerDuty keeps it', async () => {
		const trigger = await live();
		trigger.stored = {};
		expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 503 });
		trigger.stored = { [staticKey]: { subscriptions: { account: { id: 'PSUB001' } } } };
		expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 503 });
		expect(trigger.executions).toEqual([]);
	});

	// Static data is saved by other versions of this package, imported, and copied along with databases.
	it.each<[string, object]>([
		['a time that is none', { account: { id: 'PSUB001', secret, since: '2026-03-02T10:00:00Z' } }],
		['an encrypted secret that is none', { account: { id: 'PSUB001', secret, sealed: 7 } }],
		['properties that nobody has heard of', { account: { id: 'PSUB001', secret, later: [] } }],
		['other entries that are none', { 'service:S1': null, account: { id: 'PSUB001', secret }, team: 'T1' }],
		['other entries without an ID', { 'service:S1': { secret: 'x' }, account: { id: 'PSUB001', secret } }],
		[
			'other entries whose secret is none',
			{ S1: { id: 'P1', secret: 7 }, account: { id: 'PSUB001', secret } },
		],
	])('is verified though static data holds %s', async (_, subscriptions) => {
		const trigger = await live();
		trigger.stored = { [staticKey]: { subscriptions } };
		expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	it.each([null, 'nothing', [], ['PSUB001'], { account: secret }, { account: { secret } }])(
		'gets 503 where static data holds %j for subscriptions, and is not let in without a secret',
		async (subscriptions) => {
			const trigger = await live();
			trigger.stored = { [staticKey]: { subscriptions } };
			expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 503 });
			expect(trigger.executions).toEqual([]);
		},
	);

	it('gets 503 when n8n could not read it, so that PagerDuty keeps it', async () => {
		const trigger = await live({}, { reads: async () => {} });
		expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 503 });
		expect(trigger.executions).toEqual([]);
	});

	it.each([
		['the test event', eventBody({ event_type: 'pagey.ping', data: { type: 'ping' } })],
		['of a type that is not chosen', eventBody({ event_type: 'incident.resolved' })],
		['of a type that nobody has heard of', eventBody({ event_type: 'incident.teleported', data: null })],
		['of a shape that nobody has heard of', '{"events":[]}'],
		['no JSON at all', 'hello'],
	])('that is %s gets 200 and starts nothing', async (_, body) => {
		const trigger = await live();
		expect(await deliver(trigger.url, body, { secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toEqual([]);
	});

	it('of a new type starts the workflow once somebody chooses that type', async () => {
		const trigger = await live({ events: ['incident.teleported'] });
		await deliver(trigger.url, eventBody({ event_type: 'incident.teleported', data: [] }), { secret });
		expect(trigger.executions).toMatchObject([{ event_type: 'incident.teleported', data: [] }]);
	});

	it('that does not meet the filters gets 200 and starts nothing', async () => {
		const trigger = await live({ filters: { urgency: 'low' } });
		expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 200 });
		expect(trigger.executions).toEqual([]);
		trigger.change({ filters: { urgency: 'high', titleContains: 'checkout' } });
		await deliver(trigger.url, eventBody(), { secret });
		expect(trigger.executions).toHaveLength(1);
	});
});

describe('a webhook that was set up by hand', () => {
	const manual = { subscription: 'manual' };
	const holding = (signingSecrets: string) => ({ credentials: { pagerDutyWebhookApi: { signingSecrets } } });

	it('is verified with the secrets of the credential, and with these only', async () => {
		const trigger = await live(manual, holding('old-secret\nnew-secret'));
		expect(await deliver(trigger.url, eventBody(), { secret: 'old-secret' })).toMatchObject({ status: 200 });
		expect(await deliver(trigger.url, eventBody(), { secret: 'new-secret' })).toMatchObject({ status: 200 });
		expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 401 });
		expect(trigger.executions).toHaveLength(2);
	});

	it('gets 503 while the credential is empty or missing', async () => {
		for (const credentials of [holding(' , '), {}]) {
			const trigger = await live(manual, credentials);
			expect(await deliver(trigger.url, eventBody(), { secret: '' })).toMatchObject({ status: 503 });
			expect(trigger.executions).toEqual([]);
		}
	});

	it('lets events pass whose filters it has no credential to check, and names these filters', async () => {
		const filters = { urgency: 'low', titleContains: 'checkout' };
		const trigger = await live(
			{ ...manual, events: ['incident.annotated', 'incident.triggered'], filters },
			holding('secret'),
		);
		const incident = { id: 'Q1', type: 'incident_reference', summary: 'Checkout is down' };
		const data = { type: 'incident_note', incident, content: 'Looking', trimmed: false };
		const note = { event_type: 'incident.annotated', data };
		const disk = { ...note, data: { ...data, incident: { ...incident, summary: 'Disk is full' } } };
		for (const body of [eventBody(), eventBody(note), eventBody(disk)])
			expect(await deliver(trigger.url, body, { secret: 'secret' })).toMatchObject({ status: 200 });
		expect(trigger.executions).toMatchObject([
			{
				event_type: 'incident.annotated',
				unchecked_filters: ['Urgency'],
				not_fetched: [{ name: 'incident', reason: expect.stringContaining('set up by hand') }],
			},
		]);
	});

	it('needs no request to PagerDuty to be activated and deactivated', async () => {
		const trigger = await live(manual, holding('secret'));
		trigger.stored = {};
		await trigger.activate();
		await trigger.deactivate();
		expect(trigger.data).toEqual({});
	});
});
