import { sandboxKeys, sandboxOAuthApp } from '../../sandbox';
import type { N8nVersion } from '../support/n8nTypes';
import { consent } from './consent';
import { itemsOf, openStage, type Stage } from './stage';
import { pagerDuty } from './workflowParts';

jest.setTimeout(240_000);

/** Lists services with the credential and returns their names. */
async function services({ run }: Stage, pagerDutyAppOAuth2Api: string): Promise<unknown[]> {
	const parameters = { authentication: 'oAuth2', resource: 'service', operation: 'getAll', returnAll: true };
	const execution = await run([pagerDuty('Services', parameters)], { pagerDutyAppOAuth2Api });
	expect(execution.data.resultData.error?.message).toBeUndefined();
	return itemsOf(execution, 'Services').map(({ name }) => name);
}

const tokenRequests = ({ sandbox }: Stage) =>
	sandbox.requests().filter(({ path }) => path.startsWith('/oauth/token'));

describe.each<N8nVersion>(['2.41', '1.123'])('PagerDuty App OAuth2 API in n8n %s', (which) => {
	const stage = openStage(which);

	it('connects a user with PKCE and secret, and renews the token when it has expired', async () => {
		const id = await stage.oAuthCredential({ grantType: 'pkce' });
		const address = await consent(stage, id);
		expect(address.searchParams.get('code_challenge_method')).toBe('S256');
		expect(address.searchParams.get('scope')?.split(' ')).toEqual(
			expect.arrayContaining([
				'incidents.read',
				'incidents.write',
				'services.read',
				'users.read',
				'schedules.read',
				'oncalls.read',
				'teams.read',
				'webhook_subscriptions.read',
				'webhook_subscriptions.write',
			]),
		);
		expect(await services(stage, id)).toHaveLength(stage.sandbox.services().length);

		const before = tokenRequests(stage).length;
		await stage.sandbox.advance(25 * 3_600_000);
		expect(await services(stage, id)).toHaveLength(stage.sandbox.services().length);
		expect(tokenRequests(stage).length).toBe(before + 1);
		expect(await services(stage, id)).toHaveLength(stage.sandbox.services().length);
		expect(tokenRequests(stage).length).toBe(before + 1);
	});

	it('connects an app to one account by itself, and asks for a new token when the old one has expired', async () => {
		const id = await stage.oAuthCredential({
			grantType: 'clientCredentials',
			// As people paste it.
			subdomain: ` https://${sandboxOAuthApp.subdomain.toUpperCase()}.pagerduty.com/ `,
			fromEmail: sandboxKeys.userEmail,
		});
		expect(await services(stage, id)).toHaveLength(stage.sandbox.services().length);
		const before = tokenRequests(stage).length;
		await stage.sandbox.advance(25 * 3_600_000);
		expect(await services(stage, id)).toHaveLength(stage.sandbox.services().length);
		expect(tokenRequests(stage).length).toBe(before + 1);
	});
});
