import { startSandbox, type Sandbox } from '../../../sandbox';
import { until } from '../../support/until';
import { caller } from './caller';
import { signature, subscriber } from './subscriber';

describe('an outage', () => {
	let sandbox: Sandbox;
	const { subscribed, close } = subscriber(() => sandbox);
	beforeEach(async () => {
		sandbox = await startSandbox({ strict: true, seed: 'empty' });
	});
	afterEach(async () => {
		await sandbox.close();
		close();
	});

	const post = async (path: string, body: object = {}) => {
		const headers = { 'content-type': 'application/json' };
		const init = { method: 'POST', headers, body: JSON.stringify(body) };
		const answer = await fetch(`${sandbox.url}/_sandbox${path}`, init);
		return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
	};
	/** Lets the sandbox's clock run, ten seconds at a time. */
	const pass = async (seconds: number) => {
		for (let left = seconds; left > 0; left -= 10) await sandbox.advance(10_000);
	};
	const played = () => sandbox.outage.state.steps.filter(({ status }) => status === 'done').length;
	const events = [
		'incident.triggered',
		'incident.escalated',
		'incident.acknowledged',
		'incident.priority_updated',
		'incident.annotated',
		'incident.responder.added',
		'incident.responder.replied',
		'incident.status_update_published',
		'incident.resolved',
	];

	it('is told to webhooks, signed and in the order in which it happens', async () => {
		const { received, types, secret } = await subscribed([200], { events });
		sandbox.outage.play({ speed: 1 });
		await pass(360);
		expect(types()).toEqual([
			'incident.triggered',
			'incident.escalated',
			'incident.acknowledged',
			'incident.priority_updated',
			'incident.annotated',
			'incident.responder.added',
			'incident.responder.replied',
			'incident.status_update_published',
			'incident.annotated',
			'incident.annotated',
			'incident.status_update_published',
			'incident.resolved',
		]);
		for (const { headers, body } of received)
			expect(headers['x-pagerduty-signature']).toBe(signature(secret, body));
		const moments = received.map(({ event }) => Date.parse(String(Reflect.get(event, 'occurred_at'))));
		expect(moments).toEqual([...moments].sort((a, b) => a - b));
		const [first = 0] = moments;
		expect((moments.at(-1) ?? 0) - first).toBeGreaterThanOrEqual(330_000);
		expect(sandbox.outage.state).toMatchObject({ status: 'over' });
		expect(new Set(sandbox.outage.state.steps.map(({ status }) => status))).toEqual(new Set(['done']));
	});

	it('leaves in the account what a client of PagerDuty expects after one', async () => {
		const before = sandbox.changeEvents().length;
		sandbox.outage.play({ speed: 1 });
		await pass(360);
		const id = sandbox.outage.state.incidentId ?? '';
		const call = caller(sandbox);
		const incident = await call('GET', `/incidents/${id}`);
		expect(incident.at('incident')).toMatchObject({
			status: 'resolved',
			title: 'Checkout latency above 3 s (p95)',
			priority: { summary: 'P1' },
			service: { summary: 'Checkout API' },
		});
		const alerts = await call('GET', `/incidents/${id}/alerts`);
		expect(alerts.column('alerts', 'status')).toEqual(['resolved', 'resolved', 'resolved']);
		expect(sandbox.log(id).map(({ kind }) => kind)).toEqual([
			...['trigger', 'trigger', 'trigger', 'escalate', 'acknowledge', 'field_value_change'],
			...['annotate', 'annotate', 'annotate', 'resolve'],
		]);
		const [escalation] = sandbox.log(id).filter(({ kind }) => kind === 'escalate');
		expect(escalation).toMatchObject({ agent: { type: 'service' }, channel: { type: 'timeout' } });
		expect(sandbox.notes(id)).toHaveLength(3);
		const changes = sandbox.changeEvents().slice(before);
		expect(changes.map(({ summary }) => summary)).toEqual([
			'Deployed checkout 2.42: new client for card payments',
			'Rolled back checkout to 2.41',
		]);
		const related = await call('GET', `/incidents/${id}/related_change_events`);
		expect(related.column('change_events', 'summary')).toContain(changes[0]?.summary);
	});

	it('goes as fast as one wants, also on the wall clock', async () => {
		const { body } = await post('/outage', { speed: '3600' });
		expect(body).toMatchObject({ status: 'playing', speed: 3600, steps: expect.any(Array) as unknown });
		await until('the outage is over', () => sandbox.outage.state.status === 'over');
	});

	it('is over at once where the clock jumps over it, in the same order', async () => {
		const { types } = await subscribed([200], { events });
		sandbox.outage.play({ speed: 60 });
		await sandbox.advance(6_000);
		expect(sandbox.outage.state.status).toBe('over');
		expect([types()[0], types().at(-1)]).toEqual(['incident.triggered', 'incident.resolved']);
	});

	it('stops when it is told to, and what happened stays', async () => {
		sandbox.outage.play({ speed: 1 });
		await pass(90);
		const done = played();
		expect((await post('/outage/stop')).body).toMatchObject({ status: 'stopped' });
		await pass(600);
		expect(played()).toBe(done);
		expect(sandbox.incident(sandbox.outage.state.incidentId ?? '')).toMatchObject({ status: 'triggered' });
	});

	it('is not played twice at the same time, but as often as wanted one after another', async () => {
		sandbox.outage.play({ speed: 1 });
		const refused = await post('/outage');
		expect(refused).toMatchObject({
			status: 400,
			body: { error: { errors: ['An outage is being played: stop it first'] } },
		});
		await pass(90);
		sandbox.outage.stop();
		// The incident of the first one is still open.
		sandbox.outage.play({ speed: 1 });
		await pass(360);
		expect(sandbox.incidents().map(({ status }) => status)).toEqual(['triggered', 'resolved']);
		const keys = sandbox.incidents().flatMap(({ id }) => sandbox.alerts(id).map(({ key }) => key));
		expect(new Set(keys).size).toBe(6);
	});

	it('leaves out what somebody was faster at', async () => {
		const { types } = await subscribed([200], { events });
		sandbox.outage.play({ speed: 1 });
		await pass(60);
		const id = sandbox.outage.state.incidentId ?? '';
		sandbox.acknowledge(id);
		await pass(60);
		sandbox.resolve(id);
		await pass(240);
		expect(sandbox.outage.state.status).toBe('over');
		const left = sandbox.outage.state.steps.filter(({ status }) => status === 'leftOut');
		expect(new Set(left.map(({ why }) => why))).toEqual(
			new Set(['The incident was acknowledged before', 'The incident was resolved before']),
		);
		expect(types().filter((type) => type === 'incident.resolved')).toHaveLength(1);
		expect(types()).not.toContain('incident.escalated');
	});

	it('opens nothing while its service is in maintenance, and says so', async () => {
		const [service] = sandbox.services();
		const now = Date.now();
		const maintenance_window = {
			type: 'maintenance_window',
			start_time: new Date(now - 1_000).toISOString(),
			end_time: new Date(now + 3_600_000).toISOString(),
			services: [{ id: service?.id, type: 'service_reference' }],
		};
		const body = { maintenance_window };
		expect((await caller(sandbox)('POST', '/maintenance_windows', { body })).status).toBe(201);
		sandbox.outage.play({ speed: 1 });
		await pass(360);
		expect(sandbox.incidents()).toEqual([]);
		expect(sandbox.outage.state.steps[1]?.why).toContain('in maintenance');
	});

	it('ends with a reset, which forgets it', async () => {
		sandbox.outage.play({ speed: 1 });
		await pass(60);
		await post('/reset', { seed: 'empty' });
		await pass(600);
		expect(sandbox.outage.state).toMatchObject({ status: 'idle', incidentId: null });
		expect(sandbox.incidents()).toEqual([]);
	});

	it.each([0, -1, 'fast', 100_000])('is not played at the speed %s', async (speed) => {
		expect((await post('/outage', { speed })).status).toBe(400);
		expect(sandbox.outage.state.status).toBe('idle');
	});

	it('does not count as requests: whoever tests with it sees their own', async () => {
		sandbox.outage.play({ speed: 1 });
		await pass(360);
		expect(sandbox.requests()).toEqual([]);
	});
});
