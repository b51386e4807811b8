import '../../support/waits';
import { pagerDutyServer } from '../pagerDutyServer';
import { jsons, runNode } from '../pagerDutyNode';
import { anything, incidentId } from './anything';

describe('Items for which an expression chooses differently', () => {
	it('are refused: the authentication of the first one is used for all', async () => {
		const requests = pagerDutyServer(anything);
		const given = ['token', 'oAuth2', 'token'].map((choice, index) => ({ id: `PABC12${index}`, choice }));
		const output = await runNode(
			'incident.acknowledge',
			{ incidentId, authentication: '={{ $json.choice }}' },
			{ items: given, settings: { onError: 'continueErrorOutput' } },
		);
		expect(jsons(output.items).map(({ id }) => id)).toEqual(['PABC120', 'PABC122']);
		expect(jsons(output.errors)).toMatchObject([
			{ id: 'PABC121', error: '"Authentication" is not the same for all items' },
		]);
		expect(JSON.stringify(requests)).not.toContain('PABC121');
	});

	it('fail where there is no such operation, and never pass for a success', async () => {
		const output = await runNode(
			'incident.explode',
			{ incidentId },
			{ items: [{ id: 'PABC121' }, { id: 'PABC122' }], settings: { onError: 'continueErrorOutput' } },
		);
		expect(output.items).toEqual([]);
		expect(jsons(output.errors)).toMatchObject(
			['PABC121', 'PABC122'].map((id) => ({ id, error: expect.stringContaining('no operation "explode"') })),
		);
	});
});

describe('Items with OAuth credentials of their own', () => {
	const app = {
		region: 'us',
		grantType: 'clientCredentials',
		subdomain: '={{ $json.account }}',
		clientId: 'client',
		clientSecret: 'client-secret-1',
		fromEmail: 'ada@example.com',
		oauthTokenData: { access_token: 'token-of-acme', token_type: 'bearer' },
	};
	const given = ['acme', 'globex', 'acme'].map((account, index) => ({ id: `PABC12${index}`, account }));
	const settings = { onError: 'continueErrorOutput' } as const;
	const parameters = { authentication: 'oAuth2', incidentId };

	it.each(['incident.get', 'incident.acknowledge'])(
		'are refused where they differ from the first one, which n8n would use for all: %s',
		async (operation) => {
			const requests = pagerDutyServer(anything);
			const output = await runNode(operation, parameters, {
				items: given,
				credentials: { pagerDutyAppOAuth2Api: app },
				settings,
			});
			expect(jsons(output.items).map(({ id }) => id)).toEqual(['PABC120', 'PABC122']);
			expect(jsons(output.errors)).toMatchObject([
				{
					id: 'PABC121',
					error: 'This item has another PagerDuty OAuth credential than the first one',
					details: { description: expect.stringContaining('one at a time') },
				},
			]);
			expect(JSON.stringify(requests)).not.toContain('PABC121');
		},
	);

	it('never use the token that n8n keeps of another account', async () => {
		const requests = pagerDutyServer(anything);
		const oauthTokenData = { ...app.oauthTokenData, scope: 'as_account-us.acme incidents.read' };
		const output = await runNode('incident.get', parameters, {
			items: given.slice(1, 2),
			credentials: { pagerDutyAppOAuth2Api: { ...app, oauthTokenData } },
			settings,
		});
		expect(jsons(output.errors)).toMatchObject([
			{
				id: 'PABC121',
				error: 'The PagerDuty OAuth credential holds a token of another account',
				details: { description: expect.stringContaining('as_account-us.acme') },
			},
		]);
		expect(requests).toEqual([]);
	});
});
