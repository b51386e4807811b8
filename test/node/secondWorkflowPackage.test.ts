import { NodeApiError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, INodeType } from 'n8n-workflow';

import { pagerDutyType } from '../support/engineNodes';
import { pagerDutyServer, refusal } from './pagerDutyServer';
import { byId, runNode } from './pagerDutyNode';

/** The node as it is where npm installed a second n8n-workflow beside it: its classes are not those of n8n. */
async function nodeWithItsOwnCopy(): Promise<INodeType> {
	let node: INodeType | undefined;
	let copied: unknown;
	await jest.isolateModulesAsync(async () => {
		copied = (await import('n8n-workflow')).NodeApiError;
		const { PagerDuty } = await import('../../nodes/PagerDuty/PagerDuty.node');
		node = new PagerDuty();
	});
	expect(copied).not.toBe(NodeApiError);
	if (!node) throw new Error('There is no node');
	return node;
}

const incidentId = byId('PABC123');
const oAuth: ICredentialDataDecryptedObject = {
	region: 'us',
	grantType: 'pkce',
	fromEmail: 'ada@example.com',
	oauthTokenData: { access_token: 'old-access-1', refresh_token: 'refresh-3', token_type: 'bearer' },
};

describe('Where two copies of n8n-workflow are loaded', () => {
	it('an error that n8n throws keeps its words and gets its advice', async () => {
		pagerDutyServer(() => refusal(401, 'Unauthorized', 2006));
		pagerDutyServer(
			() => ({
				headers: { 'content-type': 'application/json' },
				body: { access_token: 'new-access-2', refresh_token: 'refresh-4', token_type: 'bearer' },
			}),
			'https://identity.pagerduty.com',
		);
		const { error } = await runNode(
			'incident.get',
			{ authentication: 'oAuth2', incidentId },
			{
				credentials: { pagerDutyAppOAuth2Api: oAuth },
				nodeTypes: { [pagerDutyType]: await nodeWithItsOwnCopy() },
			},
		);
		expect(error?.message).toBe('Unauthorized');
		expect(error?.description).toContain('Open the credential and connect again');
	});

	it('a failed item says what PagerDuty said', async () => {
		pagerDutyServer(() => refusal(404, 'Not Found', 2100));
		const { errors } = await runNode(
			'incident.get',
			{ incidentId },
			{
				nodeTypes: { [pagerDutyType]: await nodeWithItsOwnCopy() },
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(errors.map(({ json }) => json)).toMatchObject([
			{
				error: 'Not Found',
				details: {
					httpCode: '404',
					pagerDutyCode: 2100,
					description: expect.stringContaining('Check the ID'),
				},
			},
		]);
	});
});
