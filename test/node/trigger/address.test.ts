import nock from 'nock';

import { LiveTrigger } from '../../support/liveTrigger';

const hosts = { us: 'https://api.pagerduty.com', eu: 'https://api.eu.pagerduty.com' };

/** The PagerDuty of a region, with how often it was asked for anything. */
function pagerDuty(region: keyof typeof hosts) {
	let asked = 0;
	const count = () => {
		asked++;
		return { webhook_subscriptions: [], more: false };
	};
	nock(hosts[region]).persist().get(/.*/).query(true).reply(200, count);
	nock(hosts[region])
		.persist()
		.post('/webhook_subscriptions')
		.reply(200, (_, sent) => ({ ...created, sent: [count(), sent] }));
	return { asked: () => asked };
}
const created = {
	webhook_subscription: {
		id: 'PSUB001',
		delivery_method: { secret: 's' },
		filter: { type: 'account_reference' },
	},
};

const trigger = (region: string, webhookUrl: string) =>
	new LiveTrigger({ webhookUrl, credentials: { pagerDutyTokenApi: { region, apiToken: 'u+key' } } });

const credentials = { pagerDutyTokenApi: { region: 'us', apiToken: 'u+key' } };

// It hangs on Node's own http module, which the next test file shares.
afterAll(() => nock.restore());
beforeEach(() => nock.disableNetConnect());
afterEach(() => {
	nock.cleanAll();
	nock.enableNetConnect();
});

describe('activating with a real account', () => {
	it.each([
		['us', 'http://localhost:5678'],
		['eu', 'https://127.0.0.1:5678'],
		['us', 'http://10.0.0.7:5678'],
		['us', 'https://172.20.0.2'],
		['us', 'http://192.168.1.7:5678'],
		['eu', 'https://n8n:5678'],
		['us', 'https://n8n.local'],
		['us', 'https://[::1]:5678'],
	] as const)(
		'(%s) and the address %s is refused with what to set, and nothing is sent',
		async (region, url) => {
			const { asked } = pagerDuty(region);
			await expect(trigger(region, url).activate()).rejects.toMatchObject({
				message: expect.stringMatching(
					/^PagerDuty cannot reach this n8n\. .*N8N_WEBHOOK_URL \(WEBHOOK_URL before n8n 2\.35\)/,
				),
				description: expect.stringMatching(/N8N_WEBHOOK_URL/),
			});
			expect(asked()).toBe(0);
		},
	);

	it('and a public address without https:// is refused with what to set, and nothing is sent', async () => {
		const { asked } = pagerDuty('us');
		await expect(trigger('us', 'http://n8n.example.com').activate()).rejects.toMatchObject({
			message: expect.stringMatching(/https:\/\//),
			description: expect.stringMatching(/N8N_WEBHOOK_URL/),
		});
		expect(asked()).toBe(0);
	});

	it.each([
		['us', 'n8n.example.com'],
		['us', 'n8n.example.com:5678'],
		['custom', 'n8n.example.com'],
		['us', 'https://n8n.example.com/:5678'],
		['custom', 'http://127.0.0.1/:5678'],
		['us', 'https://https://n8n.example.com'],
		['custom', 'http://http://127.0.0.1:5678'],
		['us', 'https:///n8n.example.com'],
		['us', 'ftp://n8n.example.com'],
		['us', ''],
	])(
		'(%s) and "%s", which is no address, is refused with what to set, and nothing is sent',
		async (region, url) => {
			const { asked } = pagerDuty('us');
			await expect(trigger(region, url).activate()).rejects.toMatchObject({
				message: expect.stringMatching(/^n8n does not know its own address\. .*N8N_WEBHOOK_URL.*https:\/\//),
			});
			expect(asked()).toBe(0);
		},
	);

	it.each([{}, { subscription: 'manual' }])(
		'and a node that n8n would answer 404 for is refused with what to do, and nothing is sent (%j)',
		async (parameters) => {
			const { asked } = pagerDuty('us');
			const options = { parameters, webhookUrl: 'https://n8n.example.com', credentials };
			const deaf = new LiveTrigger({ ...options, withoutWebhookId: { name: 'PagerDuty Trigger' } });
			await expect(deaf.activate()).rejects.toMatchObject({
				message: expect.stringMatching(/^n8n would not answer.*"PagerDuty Trigger".*webhook ID.*rename/),
			});
			expect(asked()).toBe(0);
			await new LiveTrigger({ ...options, withoutWebhookId: { name: 'PagerDutyTrigger' } }).activate();
		},
	);

	it.each(['https://n8n.example.com', 'https://10.example.com', 'https://172.32.0.1:8443/n8n'])(
		'and the public address %s subscribes',
		async (url) => {
			const { asked } = pagerDuty('us');
			const live = trigger('us', url);
			await live.activate();
			expect(asked()).toBeGreaterThan(0);
			expect(live.data.subscriptions).toEqual({
				account: { id: 'PSUB001', since: expect.any(Number), sealed: expect.stringMatching(/^v1\./) },
			});
		},
	);
});
