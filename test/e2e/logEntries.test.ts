import type { N8nVersion } from '../support/n8nTypes';
import { itemsOf, openStage } from './stage';
import { pagerDuty } from './workflowParts';

jest.setTimeout(240_000);

const getAll = { resource: 'logEntry', operation: 'getAll' };
const idsOf = (rows: ReadonlyArray<{ id?: unknown }>) => rows.map(({ id }) => String(id));

describe.each<N8nVersion>(['2.41', '1.123'])('The log in n8n %s', (which) => {
	const stage = openStage(which);
	const logOf = (incidentId: string) => idsOf(stage.sandbox.log(incidentId));

	/** What a picker of the form offers. */
	const offered = async (methodName: string, path: string, parameters: object) =>
		await stage.n8n.client.locatorResults({
			nodeTypeAndVersion: { name: 'n8n-nodes-pagerduty.pagerDuty', version: 1 },
			path,
			methodName,
			currentNodeParameters: { authentication: 'token', resource: 'logEntry', ...parameters },
			credentials: {
				pagerDutyTokenApi: { id: String(stage.credentials.pagerDutyTokenApi), name: 'PagerDuty' },
			},
		});

	it('is listed for the whole account, all of it or the newest entries of it', async () => {
		const execution = await stage.run([
			pagerDuty('All', { ...getAll, returnAll: true }),
			pagerDuty('Newest', { ...getAll, limit: 7 }, { executeOnce: true }),
		]);
		expect(execution.status).toBe('success');
		const all = itemsOf(execution, 'All');
		const everything = stage.sandbox.incidents().flatMap(({ id }) => logOf(id));
		expect(everything.length).toBeGreaterThan(100);
		expect(idsOf(all).sort()).toEqual(everything.sort());
		expect(itemsOf(execution, 'Newest')).toEqual(all.slice(0, 7));
		const times = all.map(({ created_at }) => String(created_at));
		expect(times).toEqual(times.toSorted().reverse());
	});

	it('is listed for one incident that is picked from the list, and each entry can be read', async () => {
		const { id } = stage.sandbox.trigger({ title: 'Basket is empty' });
		stage.sandbox.acknowledge(id);
		stage.sandbox.note(id, 'Looking');
		stage.sandbox.resolve(id);
		const incidents = await offered('searchIncidents', 'incidentId', { scope: 'incident' });
		const picked = incidents.results.find(({ name }) => name.includes('Basket is empty'));
		const entries = await offered('searchLogEntries', 'logEntryId', { operation: 'get' });
		expect(idsOf(entries.results.map(({ value }) => ({ id: value })))).toEqual(
			expect.arrayContaining(logOf(id)),
		);

		const execution = await stage.run([
			pagerDuty('Log', {
				...getAll,
				scope: 'incident',
				incidentId: { __rl: true, mode: 'list', value: picked?.value },
				returnAll: true,
			}),
			pagerDuty('Entry', {
				resource: 'logEntry',
				operation: 'get',
				logEntryId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			}),
		]);
		const log = itemsOf(execution, 'Log');
		expect(idsOf(log).sort()).toEqual(logOf(id).sort());
		expect(log.map(({ type }) => type)).toEqual(
			expect.arrayContaining(['trigger_log_entry', 'acknowledge_log_entry', 'resolve_log_entry']),
		);
		expect(itemsOf(execution, 'Entry')).toEqual(log);
	});
});
