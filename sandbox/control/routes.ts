import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { read } from '../http/input';
import type { Sandbox } from './sandbox';
import {
	alertInput,
	changeInput,
	emitInput,
	faultInput,
	incidentsInput,
	noteInput,
	outageInput,
	overrideInput,
	replyInput,
	settingsInput,
	triggerInput,
} from './routeInput';

const byUser = z.object({ userId: z.string().optional() }).strict();
const seed = z.object({ seed: z.enum(['company', 'empty']).optional() }).strict();

/** Everything that tests and the page need beside PagerDuty's API. No key is asked for. */
export function addControlRoutes(app: FastifyInstance, account: Account, sandbox: Sandbox): void {
	const post = (path: string, act: (body: unknown, id: string) => object | void | Promise<void>) =>
		app.post(`/_sandbox${path}`, async ({ body, params }) => {
			const { id } = read(z.object({ id: z.string().default('') }), params);
			return (await act(body ?? {}, id)) ?? { ok: true };
		});
	const get = (path: string, answer: () => object) => app.get(`/_sandbox${path}`, () => answer());

	get('/health', () => ({ ok: true, now: account.clock.now().toISOString() }));
	get('/requests', () => ({ requests: sandbox.requests() }));
	get('/deliveries', () => ({ deliveries: sandbox.deliveries() }));
	get('/incidents', () => ({ incidents: sandbox.incidents() }));
	get('/subscriptions', () => ({ subscriptions: sandbox.subscriptions() }));
	get('/services', () => ({ services: sandbox.services() }));
	get('/users', () => ({ users: sandbox.users() }));
	get('/schedules', () => ({ schedules: sandbox.schedules() }));
	get('/settings', () => account.settings);
	get('/outage', () => sandbox.outage.state);
	app.get<{ Params: { id: string } }>('/_sandbox/incidents/:id', ({ params }) => {
		const incident = sandbox.incident(params.id);
		if (!incident) throw notFound();
		const [notes, alerts] = [sandbox.notes(incident.id), sandbox.alerts(incident.id)];
		return { incident, notes, alerts, log: sandbox.log(incident.id) };
	});

	post('/reset', (body) => sandbox.reset(read(seed, body).seed));
	post('/seed', (body) => sandbox.reset(read(seed, body).seed));
	post('/settings', (body) => {
		sandbox.settings(read(settingsInput, body));
		return account.settings;
	});
	post('/clock', async (body) => {
		await sandbox.advance(read(z.object({ advanceMs: z.number().min(0) }).strict(), body).advanceMs);
	});
	post('/settled', async () => await sandbox.settled());
	post('/fail', (body) => sandbox.fail(read(faultInput, body)));
	post('/recover', () => sandbox.recover());
	post('/trigger', (body) => ({ incident: sandbox.trigger(read(triggerInput, body)) }));
	post('/incidents', (body) => {
		const { count, overrides } = read(incidentsInput, body);
		return { added: sandbox.addIncidents(count, overrides).length };
	});
	post('/incidents/:id/acknowledge', (body, id) => ({
		incident: sandbox.acknowledge(id, read(byUser, body).userId),
	}));
	post('/incidents/:id/resolve', (body, id) => ({
		incident: sandbox.resolve(id, read(byUser, body).userId),
	}));
	post('/incidents/:id/note', (body, id) => {
		const { text, userId, at } = read(noteInput, body);
		return { note: sandbox.note(id, text, userId, at) };
	});
	post('/incidents/:id/alert', (body, id) => ({ alert: sandbox.alert(id, read(alertInput, body)) }));
	post('/incidents/:id/reply', (body, id) => {
		const { userId, state } = read(replyInput, body);
		sandbox.replyToRequest(id, userId, state);
	});
	post('/incidents/:id/change', (body, id) => {
		const { userId, ...change } = read(changeInput, body);
		return { incident: sandbox.change(id, change, userId) };
	});
	post('/schedules/:id/override', (body, id) => sandbox.override(id, read(overrideInput, body)));
	post('/emit', (body) => {
		const { eventType, ...options } = read(emitInput, body);
		sandbox.emit(eventType, options);
	});
	post('/outage', (body) => sandbox.outage.play(read(outageInput, body)));
	post('/outage/stop', () => sandbox.outage.stop());
	post('/subscriptions/:id/rotate', (body, id) => {
		const { keepOld } = read(z.object({ keepOld: z.boolean().default(true) }).strict(), body);
		return { secret: sandbox.rotateSecret(id, keepOld) };
	});
	post('/subscriptions/:id/end-rotation', (_body, id) => sandbox.endRotation(id));
	post('/subscriptions/:id/disable', (_body, id) => sandbox.disableSubscription(id));
}
