import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { credentialsFor, deskForTests } from '../../support/operations/desk';

const desk = deskForTests('empty');

/** The columns that a form shows which holds these parameters. */
async function columns(parameters: Record<string, unknown> = {}) {
	const { pagerDutyTokenApi: credential } = credentialsFor(desk.sandbox);
	const host = {
		getNode: () => ({ name: 'PagerDuty' }),
		getNodeParameter: (_name: string, fallback?: unknown) => fallback,
		getCurrentNodeParameter: (name: string) => parameters[name],
		getCredentials: async () => credential,
		helpers: {
			httpRequestWithAuthentication: async (
				_type: string,
				{ url, qs: _, headers }: { url: string; qs?: object; headers: object },
			) => {
				const answer = await fetch(url, {
					headers: { ...headers, authorization: `Token token=${String(credential?.apiToken)}` },
				});
				return {
					statusCode: answer.status,
					headers: Object.fromEntries(answer.headers),
					body: await answer.json(),
				};
			},
		},
	};
	const { getIncidentCustomFields } = new PagerDuty().methods.resourceMapping;
	return (await getIncidentCustomFields.call(host as object as ILoadOptionsFunctions)).fields;
}

const names = async (parameters?: Record<string, unknown>) => (await columns(parameters)).map(({ id }) => id);
const ofBase = ['environment', 'customers_affected'];

describe('the custom fields that a form offers', () => {
	it('are those of the picked incident, by its ID or number', async () => {
		const { id, number } = desk.sandbox.trigger();
		desk.sandbox.change(id, { incidentType: 'major_incident' });
		const wanted = [...ofBase, 'incident_commander', 'customer_impact'];
		for (const value of [id, `#${number}`])
			expect(await names({ incidentId: { __rl: true, mode: 'id', value } })).toEqual(wanted);
	});

	it('are those of the chosen type of a new incident', async () => {
		const wanted = [...ofBase, 'incident_commander', 'customer_impact'];
		expect(await names({ 'additionalFields.incidentType': 'major_incident' })).toEqual(wanted);
	});

	it.each(['={{ $json.id }}', 'QNONE01'])(
		'are those of all types where %p says nothing of one',
		async (value) => {
			const all = await names({ incidentId: { __rl: true, mode: 'id', value } });
			expect(all).toEqual(expect.arrayContaining([...ofBase, 'customer_impact', 'data_exposed', 'regions']));
		},
	);

	it('have labels, types and choices', async () => {
		expect(await columns()).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					id: 'customers_affected',
					displayName: 'Customers Affected',
					type: 'number',
				}),
				expect.objectContaining({ id: 'environment', type: 'string' }),
				expect.objectContaining({ id: 'data_exposed', type: 'boolean' }),
				expect.objectContaining({ id: 'detected_at', type: 'dateTime' }),
				expect.objectContaining({ id: 'regions', displayName: 'Regions (eu, us, apac)', type: 'array' }),
				expect.objectContaining({
					id: 'customer_impact',
					type: 'options',
					options: ['none', 'some', 'all'].map((value) => ({ name: value, value })),
				}),
			]),
		);
	});
});
