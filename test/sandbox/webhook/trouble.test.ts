import { sandboxKeys } from '../../../sandbox';
import { account, closeAll, foreign, live } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();
const creation = { method: 'POST', path: '^/webhook_subscriptions$' };
const services = (count: number) =>
	sandbox()
		.services()
		.slice(0, count)
		.map(({ id }) => id);

/** What a person reads when it fails. */
async function said(action: Promise<unknown>) {
	const error: unknown = await action.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof Error)) throw new Error('It did not fail.');
	const description = Reflect.get(error, 'description');
	return `${error.message} | ${typeof description === 'string' ? description : ''}`;
}

describe('activating, when PagerDuty refuses,', () => {
	it('leaves nothing behind after the second of three', async () => {
		const filter = { type: 'service_reference', id: services(2)[1] };
		await foreign(10, (index) => ({ url: `https://other.example.com/${index}`, filter }));
		const trigger = await live({ scope: 'service', serviceIds: services(3) });
		expect(await said(trigger.activate())).toMatch(/limit/i);
		expect(sandbox().subscriptions()).toHaveLength(10);
		expect(trigger.data.subscriptions ?? {}).toEqual({});
	});

	it('says whose subscriptions use up what PagerDuty allows, and what helps', async () => {
		const other = (description: string, filter?: { type: string; id?: string }) => ({
			url: 'https://other.example.com/',
			description,
			filter,
		});
		for (const description of ['n8n: Page people (workflow aB3)', 'n8n: Page people (workflow aB3)'])
			await foreign(1, () => other(description));
		await foreign(5, (index) => other(`n8n: Workflow ${index} (workflow ${index})`));
		await foreign(2, () => other('Slack'));
		await foreign(1, () => other(''));
		// These count for a service, and not for the account.
		await foreign(3, () => other('Jira', { type: 'service_reference', id: services(1)[0] }));
		const trigger = await live();
		const [message] = (await said(trigger.activate())).split(' | ');
		expect(message).toMatch(/^Subscription Limit Exceeded\. PagerDuty allows 10 .*account.*service.*team/);
		expect(message).toContain(
			'In use for the whole account: 7 of n8n workflows (2 × Page people (workflow aB3), ',
		);
		expect(message).toContain('Workflow 4 (workflow 4)) and 3 of others (2 × Slack, without a description).');
		expect(message).toContain('Execute Sub-workflow');
		expect(message).not.toContain('Jira');
		expect(sandbox().subscriptions()).toHaveLength(13);
	});

	it('takes a service where the whole account has no room any more', async () => {
		await foreign(10, (index) => ({ url: `https://other.example.com/${index}` }));
		const trigger = await live({ scope: 'service', serviceIds: services(1) });
		await trigger.activate();
		expect(sandbox().subscriptions()).toHaveLength(11);
	});

	it('names what it could not take back', async () => {
		const trigger = await live({ scope: 'service', serviceIds: services(2) });
		sandbox().fail({ ...creation, skip: 1, kind: 'status', status: 400 });
		sandbox().fail({ method: 'DELETE', kind: 'status', status: 403, times: 9 });
		const text = await said(trigger.activate());
		const [left] = sandbox().subscriptions();
		expect(text).toContain(`still in PagerDuty: ${left?.id}`);
	});

	it('says so when the service does not exist', async () => {
		const trigger = await live({ scope: 'service', serviceIds: ['PNOTHERE'] });
		expect(await said(trigger.activate())).toContain('PNOTHERE');
		expect(sandbox().subscriptions()).toEqual([]);
	});

	it('says what the key lacks', async () => {
		const credential = { region: 'custom', baseUrl: sandbox().url, apiToken: sandboxKeys.readOnly };
		const trigger = await live({}, { credentials: { pagerDutyTokenApi: credential } });
		const text = await said(trigger.activate());
		// n8n 2 shows the message only.
		expect(text.split(' | ')[0]).toMatch(/read-only.*full-access key/);
		expect(text).not.toContain(sandboxKeys.readOnly);
	});

	it('asks for a service where none is chosen, before it sends anything', async () => {
		const trigger = await live({ scope: 'service', serviceIds: [] });
		expect(await said(trigger.activate())).toMatch(/No service is chosen/);
		expect(
			sandbox()
				.requests()
				.filter(({ method }) => method !== 'GET'),
		).toEqual([]);
	});
});

describe('activating, when nobody knows what came of a request,', () => {
	it.each([
		['the connection breaks before', { when: 'before', kind: 'reset' }],
		['the connection breaks after it', { when: 'after', kind: 'reset' }],
		['the answer breaks off', { when: 'after', kind: 'truncate' }],
		['PagerDuty answers 502 although it did it', { when: 'after', kind: 'status', status: 502 }],
		['PagerDuty answers 503', { when: 'before', kind: 'status', status: 503 }],
		[
			'PagerDuty says to slow down',
			{ when: 'before', kind: 'status', status: 429, headers: { 'retry-after': '0' } },
		],
	] as const)('ends with exactly one subscription that works, when %s', async (_, fault) => {
		const trigger = await live();
		sandbox().fail({ ...creation, ...fault });
		await trigger.activate();
		expect(sandbox().subscriptions()).toHaveLength(1);
		expect(await trigger.exists()).toBe(true);
		sandbox().trigger();
		await sandbox().settled();
		expect(trigger.executions).toHaveLength(1);
	});

	it('gives up in the end, says so, and leaves nothing behind', async () => {
		const trigger = await live();
		sandbox().fail({ ...creation, when: 'after', kind: 'reset', times: 99 });
		expect(await said(trigger.activate())).toMatch(/could not be reached/);
		expect(sandbox().subscriptions()).toEqual([]);
	});

	it.each([
		[
			'does not tell the secret',
			{
				webhook_subscription: { id: 'PNOSECRET', delivery_method: {}, filter: { type: 'account_reference' } },
			},
		],
		['is something else', { hello: 'world' }],
	])('leaves nothing behind when the answer %s', async (_, body) => {
		const trigger = await live();
		sandbox().fail({ ...creation, when: 'after', kind: 'body', body });
		expect(await said(trigger.activate())).toMatch(/secret|holds no webhook subscription/);
		expect(sandbox().subscriptions()).toEqual([]);
		expect(trigger.data.subscriptions ?? {}).toEqual({});
	});
});
