import type { IDataObject } from 'n8n-workflow';

import { sandboxOAuthApp } from '../../../sandbox';
import type { LiveTrigger } from '../../support/liveTrigger';
import { deliver, eventBody } from '../../support/signedDelivery';
import { staticKey } from '../../support/triggerWorkflow';
import { account, badgeOf, closeAll, heard, live, only, pinged } from './liveAtSandbox';

beforeEach(account.start);
afterEach(closeAll);

const sandbox = () => account.sandbox();

async function active(...setup: Parameters<typeof live>) {
	const trigger = await live(...setup);
	await trigger.activate();
	return trigger;
}

const appToken = () => ({
	region: 'custom',
	baseUrl: sandbox().url,
	clientId: sandboxOAuthApp.clientId,
	clientSecret: sandboxOAuthApp.clientSecret,
	grantType: 'clientCredentials',
	subdomain: sandboxOAuthApp.subdomain,
	accessTokenUrl: `${sandbox().url}/oauth/token`,
});

/** As an earlier version of this package left it. */
function unseal(trigger: LiveTrigger): void {
	const { id, secrets, customHeaders } = only();
	const data = { subscriptions: { account: { id, secret: secrets[0] } }, badge: customHeaders[0]?.value };
	trigger.kill();
	trigger.stored = { [staticKey]: { ...data, subscriptionsChangedAt: 1 } };
}

/** Neither what a signature is made with, nor what tells a delivery of ours from a stranger's. */
function expectSealed(data: IDataObject): void {
	const { secrets, customHeaders } = only();
	const text = JSON.stringify(data);
	for (const hidden of [...secrets, ...customHeaders.map(({ value }) => value)])
		expect(text).not.toContain(hidden);
}

describe('static data, which everybody can read who may read the workflow,', () => {
	it('holds no signing secret and no badge', async () => {
		const trigger = await active();
		expectSealed(trigger.data);
		expect(await heard(trigger)).toBe(1);
		expectSealed(trigger.data);
	});

	it('holds none with an OAuth credential, either, and its secret outlives the access token', async () => {
		const credentials = { pagerDutyAppOAuth2Api: appToken() };
		const trigger = await active({ authentication: 'oAuth2' }, { credentials });
		expectSealed(trigger.data);
		trigger.kill();
		trigger.options.credentials = { pagerDutyAppOAuth2Api: appToken() };
		expect(await heard(trigger)).toBe(1);
	});

	it('is all that n8n needs, with the credential, to verify events after a restart', async () => {
		const trigger = await active();
		const { id } = only();
		trigger.kill();
		expect(await heard(trigger)).toBe(1);
		await trigger.restart();
		await trigger.tick();
		expect(only().id).toBe(id);
	});

	it.each([
		['the secret of another subscription', { id: 'POTHER1', change: (sealed: string) => sealed }],
		[
			'a secret that somebody changed',
			{ id: undefined, change: (sealed: string) => `${sealed.slice(0, -2)}AA` },
		],
		[
			'a secret in a form of later versions',
			{ id: undefined, change: (sealed: string) => sealed.replace('v1.', 'v2.') },
		],
		['something else', { id: undefined, change: () => 'v1.' }],
	])('with %s verifies nothing, and brings no error but a 503', async (_, { id, change }) => {
		const trigger = await active();
		const secret = String(only().secrets[0]);
		const held = Object(trigger.data.subscriptions).account as { id: string; sealed: string };
		trigger.kill();
		const account = { id: id ?? held.id, sealed: change(held.sealed) };
		trigger.stored = { [staticKey]: { ...trigger.data, subscriptions: { account } } };
		expect(await deliver(trigger.url, eventBody(), { secret })).toMatchObject({ status: 503 });
		expect(trigger.executions).toEqual([]);
		expect(await heard(trigger)).toBe(1);
	});
});

describe('a secret that an earlier version left unsealed', () => {
	it('verifies events at once', async () => {
		const trigger = await active();
		unseal(trigger);
		expect(await heard(trigger)).toBe(1);
	});

	it.each([
		['when n8n starts', async (trigger: LiveTrigger) => await trigger.restart()],
		['when the workflow is published', async (trigger: LiveTrigger) => await trigger.activate()],
		[
			'when PagerDuty is asked for a test event',
			async () => {
				await pinged(only().id);
				await sandbox().settled();
			},
		],
	])('is sealed %s, and the subscription stays', async (_, happen) => {
		const trigger = await active();
		const before = only();
		unseal(trigger);
		await happen(trigger);
		expectSealed(trigger.data);
		expect(only()).toEqual(before);
		trigger.kill();
		expect(await heard(trigger)).toBe(1);
	});

	it('and then is lost is known to be lost by the badge that PagerDuty still sends', async () => {
		const trigger = await active();
		unseal(trigger);
		await trigger.restart();
		const headers = badgeOf(only());
		expect(await deliver(trigger.url, eventBody(), { secret: 'wrong', headers })).toMatchObject({
			status: 503,
		});
	});
});
