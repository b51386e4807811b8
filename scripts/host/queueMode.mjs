import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reservePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { startN8n } from './runN8n.mjs';

/** @typedef {Awaited<ReturnType<typeof startN8n>>} Process */

/**
 * n8n's queue mode as large installations run it: a main process that serves no webhooks (and here no editor), processes
 * that take webhooks, workers that run executions; Postgres and Redis between them. All of it is gone afterwards.
 *
 * @param {{ tarball: string, webhooks?: number, workers?: number, env?: NodeJS.ProcessEnv }} options `tarball` is the
 * community package to install in each of them
 * @returns {Promise<{ main: Process, webhooks: Process[], workers: Process[],
 * query(sql: string): Promise<string[][]>, stop(): Promise<void> }>} webhooks are addressed to the first of `webhooks`
 */
export async function startQueueMode({ tarball, webhooks = 1, workers = 2, env = {} }) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-queue-'));
	const running = [];
	const started = async (server) => (running.unshift(await server), running[0]);
	async function stop() {
		for (const server of running) await server.stop();
		await rm(folder, { recursive: true, force: true });
	}
	try {
		const postgres = await started(startPostgres());
		const redis = await started(startRedis());
		const webhookPort = await reservePort();
		const shared = { ...settings({ postgres, redis, webhookPort }), ...env };
		const begin = (role, number, port) =>
			started(
				startN8n({
					userFolder: join(folder, `${role}-${number}`),
					role,
					port,
					tarball,
					env: shared,
					editor: false,
				}),
			);
		// First, because it makes the tables that the others need.
		const main = await begin('start', 1);
		const [webhookProcesses, workerProcesses] = await Promise.all([
			Promise.all(
				times(webhooks, (index) => begin('webhook', index + 1, index === 0 ? webhookPort : undefined)),
			),
			Promise.all(times(workers, (index) => begin('worker', index + 1))),
		]);
		return { main, webhooks: webhookProcesses, workers: workerProcesses, query: postgres.query, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const settings = ({ postgres, redis, webhookPort }) => ({
	EXECUTIONS_MODE: 'queue',
	N8N_ENCRYPTION_KEY: 'the-same-key-in-all-processes',
	N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	WEBHOOK_URL: `http://127.0.0.1:${webhookPort}/`,
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgres.port),
	DB_POSTGRESDB_USER: postgres.user,
	DB_POSTGRESDB_DATABASE: postgres.database,
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redis.port),
});
