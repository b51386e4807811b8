import { withMemory, type N8n } from '../../support/n8n';
import type { N8nClient, N8nHost } from '../../support/n8nTypes';
import { nativeImport } from '../../support/nativeImport';
import { endedSql, executionsSql, readExecution, type StoredExecution } from '../executions';

interface QueueMode {
	readonly main: N8nHost;
	/** Webhooks are addressed to the first one. */
	readonly webhooks: N8nHost[];
	readonly workers: N8nHost[];
	query(sql: string): Promise<string[][]>;
	stop(): Promise<void>;
}

/** n8n in queue mode, with the packed package in each of its processes. `main.stop` stops all of them. */
export interface Plant extends Omit<QueueMode, 'main' | 'stop'> {
	readonly main: N8n;
	ended(workflowId: string): Promise<number>;
	executions(workflowId: string): Promise<StoredExecution[]>;
}

interface QueueModeModule {
	startQueueMode(options: { tarball?: string; webhooks: number; env?: object }): Promise<QueueMode>;
}
interface ClientModule {
	n8nClient(url: string): N8nClient;
}
interface OwnerModule {
	testOwner: { email: string; password: string };
}

/** Two workers, two processes for webhooks. */
export async function openPlant(env = {}): Promise<Plant> {
	const { startQueueMode } = await nativeImport<QueueModeModule>('scripts/host/queueMode.mjs');
	const { n8nClient } = await nativeImport<ClientModule>('scripts/host/n8nClient.mjs');
	const { testOwner } = await nativeImport<OwnerModule>('scripts/host/preparedUserFolder.mjs');
	const { main, ...others } = await startQueueMode({
		tarball: process.env.N8N_PAGERDUTY_TARBALL,
		webhooks: 2,
		env,
	});
	const client = n8nClient(main.url);
	await client.login(testOwner);
	return {
		...others,
		main: withMemory({
			host: main,
			client,
			webhookUrl: others.webhooks[0]?.url,
			owner: testOwner,
			stop: others.stop,
		}),
		async ended(workflowId) {
			const [[count] = []] = await others.query(endedSql(workflowId));
			return Number(count);
		},
		async executions(workflowId) {
			const rows = await others.query(executionsSql(workflowId));
			return rows.map(([id, status, data]) => readExecution(id, status, data));
		},
	};
}
