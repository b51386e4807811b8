import type { IDataObject } from 'n8n-workflow';

import '../../support/waits';
import { sandboxKeys } from '../../../sandbox';
import { deskForTests, type Call } from '../../support/operations/desk';
import { caller } from '../stand-in/caller';
import { requestRounds, roundMs } from './requestRounds';

describe('the health of a connection', () => {
	const desk = deskForTests();

	/** What the check says, by the name of each line. */
	const check = async (credential: IDataObject = {}, parameters = {}, call: Call = {}) => {
		const [health] = await desk.read('account:checkHealth', parameters, { credential, ...call });
		const lines = health?.checks as IDataObject[];
		return {
			status: health?.status,
			text: JSON.stringify(health),
			...Object.fromEntries(lines.map((line) => [String(line.check), line])),
		} as Record<string, IDataObject> & { status: string; text: string };
	};
	const statuses = (health: Record<string, unknown>) =>
		Object.entries(health).flatMap(([name, line]) =>
			['warning', 'error'].includes(String(Object(line).status)) ? [`${name}: ${Object(line).status}`] : [],
		);

	it('names the kind of the key and its user, and asks everything at once', async () => {
		const { result: health, rounds } = await requestRounds(
			desk.sandbox,
			async () => await check({ apiToken: sandboxKeys.user, fromEmail: '' }),
		);
		expect(rounds).toBe(1);
		expect(health.status).toBe('ok');
		expect(health.connection?.response_time_ms).toBeGreaterThanOrEqual(roundMs);
		expect(health.credential).toMatchObject({
			kind: 'user_key',
			user: { email: sandboxKeys.userEmail },
			message: `API key of Maya Lindqvist (${sandboxKeys.userEmail})`,
		});
		expect(health.fromUser?.message).toContain('the owner, Maya Lindqvist');
		expect(health.abilities?.abilities).toContain('teams');
		expect(health.text).not.toContain(sandboxKeys.user);
	});

	it('knows an account key, and warns where it has no From Email', async () => {
		const health = await check({ fromEmail: ' ' });
		expect(health.credential).toMatchObject({ kind: 'account_key', user: null });
		expect(statuses(health)).toEqual(['fromUser: warning']);
		expect(health.fromUser?.advice).toContain('"From Email" of the credential');
		expect(health.status).toBe('warning');
	});

	it('does without a From user where nodes may only read', async () => {
		const health = await check({ fromEmail: '', access: 'readOnly' });
		expect(health.credential).toMatchObject({ access: 'readOnly' });
		expect(health.status).toBe('ok');
	});

	it('says so where the From Email is nobody in this account', async () => {
		const health = await check({ fromEmail: 'maya@elsewhere.example' });
		expect(statuses(health)).toEqual(['fromUser: error']);
		expect(health.fromUser?.message).toBe('No PagerDuty user has the email maya@elsewhere.example');
		expect(health.status).toBe('error');
	});

	it('is bad with a revoked key, though PagerDuty can be reached; the key stands nowhere', async () => {
		const health = await check({ apiToken: sandboxKeys.revoked });
		expect(health.connection?.status).toBe('ok');
		expect(health).toMatchObject({
			status: 'error',
			credential: { status: 'error' },
			region: { status: 'warning' },
			abilities: { status: 'error' },
			webhookSubscriptions: { status: 'error' },
		});
		expect(health.credential?.advice).toContain('check the key and the Region');
		expect(health.text).not.toContain(sandboxKeys.revoked);
	});

	it('is told in lines, and by no error, where PagerDuty cannot be reached', async () => {
		const health = await check({ baseUrl: 'http://127.0.0.1:9' });
		expect(health.status).toBe('error');
		expect(health.connection).toMatchObject({ status: 'error', message: 'PagerDuty could not be reached' });
		expect(health.connection?.advice).toContain('The connection was refused');
		expect(health.connection?.response_time_ms).toBeUndefined();
	});

	it('shows in one line alone what PagerDuty answers with an error', async () => {
		desk.sandbox.fail({ path: '/abilities', kind: 'status', status: 503, times: 20 });
		const health = await check();
		expect(statuses(health)).toEqual(['abilities: error']);
		expect(health.connection?.status).toBe('ok');
	});

	it('knows the token of an app, and what PagerDuty granted it', async () => {
		const whole = await check({}, { authentication: 'oAuth2' });
		expect(whole).toMatchObject({
			status: 'ok',
			credential: { kind: 'app_token', user: null },
			scopes: { missing: [] },
		});
		expect(whole.scopes?.granted).toContain('incidents.write');
	});

	it('warns of a key that has little of its rate limit left', async () => {
		desk.sandbox.settings({ rateLimit: { requests: 5, perMs: 60_000, headers: true } });
		const health = await check();
		expect(health.rateLimit).toMatchObject({ status: 'warning', limit: 5, remaining: 1, used_percent: 80 });
		expect(statuses(health)).toEqual(['rateLimit: warning']);
	});

	it('cannot tell the rate limit from answers that do not say it', async () => {
		desk.sandbox.settings({ rateLimit: { requests: 960, perMs: 60_000, headers: false } });
		const { rateLimit } = await check();
		expect(rateLimit).toMatchObject({ status: 'warning' });
		expect(rateLimit?.advice).toContain('ratelimit');
	});

	describe('looks after webhook subscriptions', () => {
		const subscribe = async (url: string, description: string) => {
			const webhook_subscription = {
				type: 'webhook_subscription',
				delivery_method: { type: 'http_delivery_method', url },
				description,
				events: ['incident.triggered'],
				filter: { type: 'account_reference' },
			};
			const body = { webhook_subscription };
			const answer = await caller(desk.sandbox)('POST', '/webhook_subscriptions', { body });
			return answer.text('webhook_subscription', 'id');
		};
		// The engine of the tests calls itself http://localhost:5678/.
		const home = 'http://localhost:5678/webhook/8f0c/webhook';

		it('that workflows of this n8n created, and no others', async () => {
			await subscribe(home, 'n8n: Page the boss (workflow w1)');
			const others = [
				await subscribe('http://other.example/webhook/8f0c/webhook', 'n8n: Elsewhere (workflow w2)'),
				await subscribe(home, 'made by hand'),
			];
			for (const id of others) desk.sandbox.disableSubscription(id);
			const { status, webhookSubscriptions } = await check();
			expect(webhookSubscriptions).toMatchObject({ status: 'ok', count: 1, not_delivering: [] });
			expect(status).toBe('ok');
		});

		it('and names the workflow of one that PagerDuty disabled, but not its address', async () => {
			await subscribe(home, 'n8n: Fine (workflow w3)');
			const id = await subscribe(home, 'n8n: Page the boss (workflow w1)');
			desk.sandbox.disableSubscription(id);
			const { text, webhookSubscriptions } = await check();
			expect(webhookSubscriptions).toMatchObject({
				status: 'error',
				count: 2,
				not_delivering: [{ id, workflow: 'Page the boss (workflow w1)' }],
			});
			expect(webhookSubscriptions?.message).toContain('Page the boss');
			expect(text).not.toContain('8f0c');
		});

		it('and warns of one that somebody switched off', async () => {
			const id = await subscribe(home, 'n8n: Page the boss (workflow w1)');
			const body = { webhook_subscription: { active: false } };
			await caller(desk.sandbox)('PUT', `/webhook_subscriptions/${id}`, { body });
			expect((await check()).webhookSubscriptions).toMatchObject({
				status: 'warning',
				not_delivering: [{ id }],
			});
		});
	});
});
