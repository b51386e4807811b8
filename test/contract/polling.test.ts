import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { PagerDutyPollingTrigger } from '../../nodes/PagerDuty/PagerDutyPollingTrigger.node';
import { changeKinds } from '../../nodes/PagerDuty/polling/form/events';
import { sources } from '../../nodes/PagerDuty/polling/openSource';
import { describeWithOpenApi } from '../support/openapi';
import { documentedScopes } from './requests/document';
import { node, recorder, type Answering } from './requests/recorder';
import { problemsOf } from './requests/sentRequest';

const filters = { serviceIds: ['PABC123'], teamIds: ['PABC123', 'PDEF456'], urgency: 'high' };
const rules = [{ appliesTo: 'all', acknowledgeWithin: 5, resolveWithin: 60 }];

/** What people set up, by source. */
const forms: Record<string, IDataObject[]> = {
	incidentChanges: [
		{ events: ['incident.triggered'] },
		{ events: changeKinds.map(({ value }) => value), filters },
		{
			events: changeKinds.map(({ value }) => value),
			filters: { customFields: { fields: [{ name: 'region', value: 'eu' }] } },
			startFrom: 'past',
			startTime: new Date(Date.now() - 150 * 86_400_000).toISOString(),
		},
	],
	slaBreach: [{ responseTimes: { rules } }, { responseTimes: { rules }, filters }],
	onCallHandoff: [
		{ onCallOf: 'schedule', scheduleIds: ['PABC123', 'PDEF456'] },
		{ onCallOf: 'escalationPolicy', escalationPolicyIds: ['PABC123'], escalationLevel: 0 },
	],
};

const time = '2026-03-02T10:00:00Z';
const place = { id: 'PABC123', type: 'schedule_reference' };
const rows: Record<string, IDataObject[]> = {
	incidents: ['QONE123', 'QTWO123'].map((id) => ({ id, status: 'acknowledged', created_at: time })),
	oncalls: [{ user: { id: 'PUSER12' }, schedule: place, escalation_policy: place, escalation_level: 1 }],
};

/** An account with two incidents and one person on call; their logs are long. */
const answering: Answering = ({ path }) => {
	const list = rows[path.slice(1)];
	return list && { statusCode: 200, headers: {}, body: { [path.slice(1)]: list, more: false } };
};

/** The requests of an example, of a first poll and of a later one. */
async function asked(source: string, parameters: IDataObject) {
	const { sent, httpRequestWithAuthentication } = recorder(answering);
	const data: IDataObject = {};
	let mode = 'manual';
	const form: IDataObject = { authentication: 'token', source, ...parameters };
	const host = {
		getNode: () => node,
		getMode: () => mode,
		getNodeParameter: (name: string, fallback?: unknown) => form[name] ?? fallback,
		getTimezone: () => 'UTC',
		getWorkflowStaticData: (_type: string) => data,
		getWorkflow: () => ({ id: 'workflow', name: 'Test', active: true }),
		getCredentials: async (_type: string): Promise<object> => ({ region: 'us', apiToken: 'key' }),
		helpers: {
			httpRequestWithAuthentication,
			returnJsonArray: (items: IDataObject[]) => items.map((json) => ({ json })),
		},
	} as never as IPollFunctions;
	const { poll } = new PagerDutyPollingTrigger();
	await poll.call(host).catch(() => {});
	mode = 'trigger';
	await poll.call(host);
	await poll.call(host);
	return sent;
}

describeWithOpenApi("the PagerDuty Polling Trigger, by PagerDuty's OpenAPI document", () => {
	const setups = Object.entries(forms).flatMap(([source, all]) =>
		all.map((parameters) => ({ source, parameters })),
	);

	it('is tried with every source that it has', () => {
		expect(Object.keys(forms).toSorted()).toEqual(Object.keys(sources).toSorted());
	});

	it.each(setups)('asks as the document allows: $source with $parameters', async ({ source, parameters }) => {
		const sent = await asked(source, parameters);
		expect(sent.length).toBeGreaterThan(2);
		expect(problemsOf(sent)).toEqual([]);
	});

	it.each(setups)(
		'needs the scopes of the document: $source with $parameters',
		async ({ source, parameters }) => {
			const sent = await asked(source, parameters);
			const { scopes } = sources[source as keyof typeof sources];
			expect(new Set(sent.flatMap(documentedScopes))).toEqual(new Set(scopes));
		},
	);
});
