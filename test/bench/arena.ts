import { startSandbox } from '../../sandbox';
import { ownN8n, type N8n } from '../support/n8n';
import { preloading } from '../support/preloading';
import type { Contest } from './comparison';
import { contenders, type Contender, type Task } from './contenders';
import { pagerDutyHost, startTlsFront } from './tlsFront';

/** What one run of one node took and gave. */
export interface Heat {
	readonly contender: Contender['name'];
	/** The node's own execution time as n8n notes it. */
	readonly milliseconds: number;
	/** Requests that reached the sandbox. */
	readonly requests: number;
	/** Items with an incident in them. */
	readonly incidents: number;
}

/** One n8n, one sandbox, and the same encrypted way between them for both nodes. */
export interface Arena {
	/** Puts new incidents there and lets a node do its task on them. */
	heat(contender: Contender, contest: Contest): Promise<Heat>;
	close(): Promise<void>;
}

/** As far away as PagerDuty is from most: 25 ms an answer. */
const distant = { latencyMs: 25 };

export async function openArena(): Promise<Arena> {
	const sandbox = await startSandbox({ strict: true, seed: 'empty', hosts: [pagerDutyHost] });
	const front = await startTlsFront(sandbox.url);
	const n8n = await ownN8n({
		env: {
			DETOUR_PORT: String(front.port),
			NODE_EXTRA_CA_CERTS: front.certificateFile,
			...preloading('bench/detour.mjs'),
		},
	});
	const credentials: Record<string, string> = {};
	for (const { credential } of contenders)
		credentials[credential.type] = (await n8n.client.credentials.create(credential)).id;
	return {
		heat: async (contender, { task, incidents, settings = distant, faults = [] }) => {
			sandbox.reset('empty');
			sandbox.settings(settings);
			for (const fault of faults) sandbox.fail(fault);
			const ids = sandbox.addIncidents(incidents).map(({ id }) => id);
			const items = task === 'list' ? [{}] : ids.map((id) => ({ id }));
			const done = await runNode(n8n, credentials, contender, task, items);
			return { ...done, contender: contender.name, requests: sandbox.requests().length };
		},
		async close() {
			await n8n.stop();
			await front.close();
			await sandbox.close();
		},
	};
}

/** Runs one node in a workflow of its own, started by hand. */
async function runNode(
	n8n: N8n,
	credentials: Record<string, string>,
	contender: Contender,
	task: Task,
	items: object[],
): Promise<Pick<Heat, 'milliseconds' | 'incidents'>> {
	const { id } = await n8n.create(
		{
			name: `${contender.name}: ${task}`,
			nodes: [
				{
					name: 'Start',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					name: 'PagerDuty',
					position: [200, 0],
					...contender.nodes[task],
					credentials: { [contender.credential.type]: { name: contender.credential.name } },
					onError: 'continueRegularOutput',
				},
			],
			connections: { Start: { main: [[{ node: 'PagerDuty', type: 'main', index: 0 }]] } },
			pinData: { Start: items.map((json) => ({ json })) },
		},
		credentials,
	);
	const { executionId } = await n8n.client.workflows.run(id, 'Start');
	if (executionId === undefined) throw new Error(`n8n did not run ${contender.name}: ${task}`);
	const execution = await n8n.client.executions.finished(executionId, 120_000);
	const run = execution.data.resultData.runData.PagerDuty?.[0];
	if (!run) throw new Error(execution.data.resultData.error?.message ?? 'The node did not run');
	const given = run.data?.main[0] ?? [];
	return {
		milliseconds: run.executionTime,
		incidents: given.filter(({ json }) => json.incident_number !== undefined).length,
	};
}
