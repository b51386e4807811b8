import { byId } from '../support/operations/desk';
import { n8nDesk } from './n8nDesk';
import { openStage } from './stage';

jest.setTimeout(60_000);

describe.each(['2.41', '1.123'] as const)(
	'the custom fields of an incident in the form of n8n %s',
	(which) => {
		const stage = openStage(which);
		const desk = n8nDesk(stage);

		/** An incident with fields of its own, and the columns that the form shows for it. */
		async function shown() {
			const { id } = stage.sandbox.trigger({ title: 'Strange logins' });
			stage.sandbox.change(id, { incidentType: 'security_incident' });
			const { fields } = await stage.n8n.client.mapperFields({
				path: 'parameters.customFields',
				methodName: 'getIncidentCustomFields',
				nodeTypeAndVersion: { name: 'n8n-nodes-pagerduty.pagerDuty', version: 1 },
				currentNodeParameters: {
					authentication: 'token',
					resource: 'incident',
					operation: 'setCustomFields',
					incidentId: byId(id),
				},
				credentials: {
					pagerDutyTokenApi: { id: String(stage.credentials.pagerDutyTokenApi), name: 'PagerDuty' },
				},
			});
			return { id, fields };
		}

		it('are loaded with their types and choices', async () => {
			const { fields } = await shown();
			expect(fields.map(({ displayName, type }) => [displayName, type])).toEqual([
				['Environment', 'string'],
				['Customers Affected', 'number'],
				['Data Exposed', 'boolean'],
				['Ticket', 'string'],
				['Detected At', 'dateTime'],
				['Regions (eu, us, apac)', 'array'],
			]);
		});

		it('are set as n8n keeps them: typed, as expressions, and left out where they were not added', async () => {
			const { id, fields } = await shown();
			const value = {
				customers_affected: '={{ $json.count }}',
				data_exposed: true,
				detected_at: '2026-11-29T09:40:00',
				regions: '["eu", "us"]',
				environment: null,
			};
			const rows = await desk.read(
				'incident:setCustomFields',
				{
					incidentId: byId(id),
					customFields: {
						mappingMode: 'defineBelow',
						value,
						matchingColumns: [],
						schema: fields,
						attemptToConvertTypes: false,
						convertFieldsToString: false,
					},
				},
				{ items: [{ count: 12 }] },
			);
			expect(rows.map((row) => [row.name, row.value])).toEqual([
				['customers_affected', 12],
				['data_exposed', true],
				['detected_at', expect.stringMatching(/^2026-11-/)],
				['regions', ['eu', 'us']],
			]);
		});
	},
);
