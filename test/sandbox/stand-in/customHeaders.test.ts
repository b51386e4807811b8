import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';

describe.each([
	['strict', true],
	['lenient', false],
])('a %s sandbox', (_how, strict) => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ strict });
	});
	afterAll(async () => await sandbox.close());

	const subscribed = async (custom_headers: unknown) => {
		const delivery_method = { type: 'http_delivery_method', url: 'http://127.0.0.1:9/hook', custom_headers };
		const webhook_subscription = {
			type: 'webhook_subscription',
			delivery_method,
			events: ['incident.triggered'],
			filter: { type: 'account_reference' },
		};
		return await caller(sandbox)('POST', '/webhook_subscriptions', { body: { webhook_subscription } });
	};
	const header = (name: string) => ({ name, value: 'x' });

	it.each([
		['null', null, 'must be a list'],
		['the same name twice', [header('X-Team'), header('x-team')], 'names must be unique'],
		['no list', {}, 'Expected array'],
	])('refuses custom headers that are %s', async (_what, headers, reason) => {
		const answer = await subscribed(headers);
		expect(answer.status).toBe(400);
		expect(answer.text('error', 'errors', 0)).toContain(reason);
	});

	it.each([
		['left out', undefined, []],
		['none', [], []],
		['several', [header('X-Team'), header('X-Place')], [header('X-Team'), header('X-Place')]],
	])('takes custom headers that are %s', async (_what, headers, shown) => {
		const answer = await subscribed(headers);
		expect(answer.status).toBe(200);
		expect(answer.at('webhook_subscription', 'delivery_method', 'custom_headers')).toEqual(shown);
	});
});
