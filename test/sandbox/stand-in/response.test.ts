import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { subscriber } from './subscriber';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
const { subscribed, close } = subscriber(() => sandbox);

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset('empty'));
afterEach(() => close());
afterAll(async () => await sandbox.close());

const userReference = (id: string) => ({ id, type: 'user_reference' });

describe('webhooks are told', () => {
	it('that people are asked to help, and what they answer', async () => {
		const { received } = await subscribed([200], {
			events: ['incident.responder.added', 'incident.responder.replied'],
		});
		const { id } = sandbox.trigger();
		const [requester, helper] = sandbox.users().map((user) => user.id);
		const targets = [{ responder_request_target: userReference(helper ?? '') }];
		await call('POST', `/incidents/${id}/responder_requests`, {
			body: { requester_id: requester, message: 'Please help', responder_request_targets: targets },
		});
		sandbox.replyToRequest(id, helper ?? '', 'declined');
		await sandbox.settled();
		expect(received.map(({ event }) => [event.event_type, event.data.state])).toEqual([
			['incident.responder.added', 'pending'],
			['incident.responder.replied', 'declined'],
		]);
		expect(received[0]?.event.data).toMatchObject({
			type: 'incident_responder',
			incident: { id },
			user: { id: helper },
			message: 'Please help',
		});
	});

	it('of a status update, cut off where it is long', async () => {
		const { received } = await subscribed([200], { events: ['incident.status_update_published'] });
		const { id } = sandbox.trigger();
		const message = 'x'.repeat(2_100);
		const answer = await call('POST', `/incidents/${id}/status_updates`, { body: { message } });
		expect(answer.text('status_update', 'message')).toBe(message);
		await sandbox.settled();
		expect(received.map(({ event }) => event.data)).toMatchObject([
			{ type: 'incident_status_update', incident: { id }, message: message.slice(0, 2_048), trimmed: true },
		]);
	});

	it('into which incident another one was merged', async () => {
		const { received } = await subscribed([200], { events: ['incident.resolved'] });
		const [target, source] = [sandbox.trigger(), sandbox.trigger()];
		const source_incidents = [{ id: source.id, type: 'incident_reference' }];
		await call('PUT', `/incidents/${target.id}/merge`, { body: { source_incidents } });
		await sandbox.settled();
		expect(received.map(({ event }) => event.data)).toMatchObject([
			{
				id: source.id,
				resolve_reason: { type: 'merge_resolve_reason', incident: { id: target.id } },
			},
		]);
	});

	it('when a snoozed incident triggers again', async () => {
		const { types } = await subscribed([200], { events: ['incident.unacknowledged'] });
		const { id } = sandbox.trigger();
		await call('POST', `/incidents/${id}/snooze`, { body: { duration: 60 } });
		await sandbox.advance(30_000);
		expect(types()).toEqual([]);
		await sandbox.advance(31_000);
		expect(types()).toEqual(['incident.unacknowledged']);
	});

	it('when the last open alert of an incident is resolved', async () => {
		const { types } = await subscribed([200], { events: ['incident.resolved'] });
		const { id } = sandbox.trigger();
		const ids = ['a', 'b'].map((key) => sandbox.alert(id, { key, summary: key }).id);
		const resolve = async (alert = '') =>
			await call('PUT', `/incidents/${id}/alerts/${alert}`, { body: { alert: { status: 'resolved' } } });
		await resolve(ids[0]);
		await sandbox.settled();
		expect(types()).toEqual([]);
		await resolve(ids[1]);
		await sandbox.settled();
		expect(types()).toEqual(['incident.resolved']);
	});
});

it('an incident that is resolved has no open alert', async () => {
	const { id } = sandbox.trigger();
	sandbox.alert(id, { key: 'a', summary: 'a' });
	sandbox.resolve(id);
	expect(sandbox.alerts(id)).toMatchObject([{ status: 'resolved' }]);
	expect((await call('GET', `/incidents/${id}`)).at('incident', 'alert_counts')).toEqual({
		all: 1,
		triggered: 0,
		resolved: 1,
	});
});

it('a change event is among the changes related to an incident that follows', async () => {
	const [service] = sandbox.services();
	const answer = await fetch(`${sandbox.url}/v2/change/enqueue`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			routing_key: service?.integration.key,
			payload: { summary: 'Deployed release 7', source: 'ci', custom_details: { build: 7 } },
		}),
	});
	expect(answer.status).toBe(202);
	const { id } = sandbox.trigger({ serviceId: service?.id });
	const changes = await call('GET', `/incidents/${id}/related_change_events`);
	expect(changes.at('change_events', 0)).toMatchObject({
		summary: 'Deployed release 7',
		custom_details: { build: 7 },
		correlation_reason: { reason: 'most_recent' },
	});
});
