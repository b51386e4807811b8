import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { noteFigures } from '../support/figures';
import type { N8nHost, N8nVersion } from '../support/n8nTypes';
import { nativeImport } from '../support/nativeImport';
import { preloading } from '../support/preloading';
import { until } from '../support/until';

jest.setTimeout(180_000);

interface StartOptions {
	userFolder: string;
	env: Record<string, string>;
	tarball?: string;
}

interface RunModule {
	startN8n(options: StartOptions): Promise<N8nHost>;
}

interface PrepareModule {
	prepareUserFolder(which: N8nVersion, userFolder: string): Promise<void>;
}

/** What a started n8n has loaded of this package, in milliseconds, and its memory in use, in bytes. */
interface StartCost {
	milliseconds: number;
	bytes: number;
}

/** Starts an n8n, editor and all, with the packed package in it or without. */
async function startCost(tarball?: string): Promise<StartCost> {
	const { prepareUserFolder } = await nativeImport<PrepareModule>('scripts/host/preparedUserFolder.mjs');
	const { startN8n } = await nativeImport<RunModule>('scripts/host/runN8n.mjs');
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-'));
	await prepareUserFolder('2.41', userFolder);
	const file = join(userFolder, 'cost.json');
	const host = await startN8n({
		userFolder,
		tarball,
		env: { START_COST: file, ...preloading('bench/startCost.mjs') },
	});
	try {
		process.kill(host.pid, 'SIGUSR2');
		await until('n8n has told its cost', () => existsSync(file) && readFileSync(file, 'utf8') !== '');
		return JSON.parse(readFileSync(file, 'utf8')) as StartCost;
	} finally {
		await host.stop();
		await rm(userFolder, { recursive: true, force: true });
	}
}

it('costs n8n at most 150 ms and 15 MB at its start', async () => {
	const without = await startCost();
	const { milliseconds, bytes } = await startCost(process.env.N8N_PAGERDUTY_TARBALL);
	const megabytes = (bytes - without.bytes) / 1e6;
	noteFigures('start', {
		'Time to load the package when n8n starts': `${Math.round(milliseconds)} ms`,
		'Memory in use with it beside an n8n without': `${megabytes.toFixed(1)} MB more`,
	});
	expect(without.milliseconds).toBe(0);
	expect(milliseconds).toBeGreaterThan(0);
	expect(milliseconds).toBeLessThanOrEqual(150);
	expect(megabytes).toBeLessThanOrEqual(15);
});
