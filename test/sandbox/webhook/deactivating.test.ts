import { account, closeAll, live, watchLog } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();
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

describe('deactivating', () => {
	it('is content when PagerDuty does not have the subscription any more', async () => {
		const trigger = await live();
		await trigger.activate();
		sandbox().reset();
		await trigger.deactivate();
		expect(trigger.data.subscriptions).toEqual({});
	});

	it('names in the log of n8n what stays when the credential was deleted first', async () => {
		const trigger = await live({ scope: 'service', serviceIds: services(2) });
		await trigger.activate();
		const ids = sandbox()
			.subscriptions()
			.map(({ id }) => id);
		const log = watchLog();
		trigger.options.credentials = {};
		expect(await said(trigger.deactivate())).toContain(`still in PagerDuty: ${ids.join(', ')}`);
		expect(log.lines()).toEqual([
			expect.stringMatching(
				new RegExp(
					`still in PagerDuty: ${ids.join(', ')}\\. Delete them there \\(Integrations > Generic Webhooks\\)`,
				),
			),
		]);
		log.stop();
		expect(sandbox().subscriptions()).toHaveLength(2);
	});

	it.each([
		['refuses to say what there is', { method: 'GET', kind: 'status', status: 403 }],
		['refuses to delete it', { method: 'DELETE', kind: 'status', status: 403 }],
	] as const)('names in the log of n8n what stays when PagerDuty %s', async (_, fault) => {
		const trigger = await live();
		await trigger.activate();
		const id = String(sandbox().subscriptions()[0]?.id);
		const log = watchLog();
		sandbox().fail({ path: '/webhook_subscriptions', ...fault });
		await said(trigger.deactivate());
		expect(log.lines().filter((line) => line.includes(`still in PagerDuty: ${id}.`))).toHaveLength(1);
		log.stop();
	});

	it('says aloud what PagerDuty would not delete, and can be done again', async () => {
		const trigger = await live({ scope: 'service', serviceIds: services(2) });
		await trigger.activate();
		const [, second] = sandbox().subscriptions();
		sandbox().fail({
			method: 'DELETE',
			path: `/webhook_subscriptions/${second?.id}`,
			kind: 'status',
			status: 403,
		});
		expect(await said(trigger.deactivate())).toContain(`still in PagerDuty: ${second?.id}`);
		expect(sandbox().subscriptions()).toHaveLength(1);
		await trigger.deactivate();
		expect(sandbox().subscriptions()).toEqual([]);
	});
});
