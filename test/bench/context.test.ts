import { sandboxKeys } from '../../sandbox';
import { openStage } from '../e2e/stage';
import { byHand, chain, locator, pagerDuty } from '../e2e/workflowParts';
import { noteFigures } from '../support/figures';
import type { WorkflowNode } from '../support/n8nTypes';

jest.setTimeout(240_000);

describe("beside the same made of n8n's HTTP Request nodes", () => {
	const stage = openStage('2.41', {});
	let httpHeaderAuth: string;
	beforeAll(async () => {
		const { n8n, sandbox } = stage;
		const data = { name: 'Authorization', value: `Token token=${sandboxKeys.account}` };
		httpHeaderAuth = (await n8n.client.credentials.create({ name: 'Key', type: 'httpHeaderAuth', data })).id;
		// As far away as PagerDuty is from most.
		sandbox.settings({ latencyMs: 25 });
	});

	/** @param path what comes after the address of the API; it may hold expressions */
	const http = (name: string, path: string): WorkflowNode => ({
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [0, 0],
		parameters: {
			url: `=${stage.sandbox.url}${path}`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			sendHeaders: true,
			headerParameters: {
				parameters: [{ name: 'Accept', value: 'application/vnd.pagerduty+json;version=2' }],
			},
			options: {},
		},
		credentials: { httpHeaderAuth: { name: 'Key' } },
		executeOnce: true,
	});

	/** What Get Context asks for, a node a request. */
	function requests(incidentId: string): WorkflowNode[] {
		const of = "$('incident').first().json.incident";
		const past = "$('past').first().json.past_incidents.slice(0, 5)";
		return [
			http('incident', `/incidents/${incidentId}`),
			http('alerts', `/incidents/${incidentId}/alerts?limit=25`),
			http('notes', `/incidents/${incidentId}/notes`),
			http('log', `/incidents/${incidentId}/log_entries?limit=100`),
			http('changes', `/incidents/${incidentId}/related_change_events`),
			http('related', `/incidents/${incidentId}/related_incidents`),
			http('past', `/incidents/${incidentId}/past_incidents`),
			http('service', `/services/{{ ${of}.service.id }}`),
			http('service changes', `/services/{{ ${of}.service.id }}/change_events`),
			http('maintenance', `/maintenance_windows?service_ids[]={{ ${of}.service.id }}&filter=open`),
			http('policy', `/escalation_policies/{{ ${of}.escalation_policy.id }}`),
			http('on-call', `/oncalls?escalation_policy_ids[]={{ ${of}.escalation_policy.id }}`),
			...[0, 1, 2, 3, 4].map((index) =>
				http(`past ${index}`, `/incidents/{{ ${past}[${index}].incident.id }}/log_entries`),
			),
		];
	}

	/** The time that the nodes took, without what n8n does between them, in milliseconds. */
	async function timeOf(nodes: WorkflowNode[]): Promise<number> {
		const { client } = stage.n8n;
		const workflow = await stage.n8n.create(chain('bench', [byHand, ...nodes]), {
			...stage.credentials,
			httpHeaderAuth,
		});
		const { executionId } = await client.workflows.run(workflow.id, byHand.name);
		const execution = await client.executions.finished(String(executionId), 120_000);
		expect(execution.data.resultData.error).toBeUndefined();
		const runs = nodes.map(({ name }) => execution.data.resultData.runData[name]?.[0]);
		return runs.reduce((sum, run) => sum + (run?.executionTime ?? NaN), 0);
	}

	it('gets the context of an incident in at most 0.4 of the time', async () => {
		const { sandbox } = stage;
		const incident = sandbox.incidents().find(({ title }) => title.startsWith('Checkout latency'));
		const incidentId = String(incident?.id);
		const parameters = { resource: 'incident', operation: 'getContext', incidentId: locator(incidentId) };
		const times = { ours: [] as number[], theirs: [] as number[] };
		for (let round = 0; round < 6; round++) {
			times.ours.push(await timeOf([pagerDuty('Context', parameters)]));
			times.theirs.push(await timeOf(requests(incidentId)));
		}
		// The best of each: what it can do when nothing else on the machine gets in its way.
		const [ours, theirs] = [Math.min(...times.ours), Math.min(...times.theirs)];
		noteFigures('context', {
			'Get Context': `${ours} ms, the same with ${requests(incidentId).length} HTTP Request nodes ${theirs} ms`,
		});
		expect(ours / theirs).toBeLessThanOrEqual(0.4);
	});
});
