import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installCommunityPackage } from './communityPackage.mjs';
import { ensureN8n } from './n8n.mjs';
import { n8nLogFile, n8nSettings } from './n8nSettings.mjs';
import { node24Environment } from './node24.mjs';
import { reservePort } from './ports.mjs';
import { startServer } from './server.mjs';

/**
 * Starts an n8n and waits until its REST API and its active workflows are up.
 *
 * @param {object} options
 * @param {string} options.userFolder all of its data, the encryption key that it makes for itself included; made when missing
 * @param {number} [options.port] one that is free; reserved for it when left out
 * @param {string} [options.tarball] community package to install first
 * @param {NodeJS.ProcessEnv} [options.env] more settings, over the quiet ones
 * @param {'2.41' | '1.123'} [options.which]
 * @param {'start' | 'webhook' | 'worker'} [options.role] which of n8n's processes; the last two are for its queue mode
 * @param {boolean} [options.editor] false leaves out the editor and the process that runs Code nodes, which halves the
 * work of a start; n8n then also tells no settings and no node types
 * @returns {Promise<{ url: string, pid: number, userFolder: string, which: string, stop(): Promise<void>,
 * kill(): Promise<void>, restart(): Promise<void>, logs(): string, exited: Promise<number> }>} `kill` is a crash (SIGKILL, nothing stays behind),
 * `restart` stops what runs and starts it again at the same address; `logs` is what it wrote since its last start
 */
export async function startN8n({
	userFolder,
	port,
	tarball,
	env = {},
	which = '2.41',
	role = 'start',
	editor = true,
}) {
	const host = await ensureN8n(which);
	await mkdir(userFolder, { recursive: true });
	if (tarball) await installCommunityPackage(tarball, userFolder);
	const listening = port ?? (await reservePort());
	const brokerPort = await reservePort();
	const url = `http://127.0.0.1:${listening}`;

	const boot = async () => {
		const path = node24Environment(host.nodeBin).PATH;
		const logFile = n8nLogFile(userFolder);
		return await startServer({
			name: `n8n ${which}`,
			command: [join(host.nodeBin, 'node'), host.bin, role],
			env: { ...n8nSettings({ userFolder, port: listening, brokerPort, path, editor }), ...env },
			logFile,
			isReady: () => isReady[role](url, logFile),
		});
	};

	let server = await boot();
	return {
		url,
		userFolder,
		which,
		get pid() {
			return server.pid;
		},
		get exited() {
			return server.exited;
		},
		stop: () => server.stop(),
		kill: () => server.kill(),
		logs: () => server.logs(),
		async restart() {
			await server.stop();
			server = await boot();
		},
	};
}

const says = async (logFile, words) => (await readFile(logFile, 'utf8')).includes(words);

const isReady = {
	/** n8n answers requests some time before it has activated its workflows; only then it names its editor's address. */
	async start(url, logFile) {
		if (!(await says(logFile, 'Editor is now accessible'))) return false;
		return (await fetch(`${url}/healthz/readiness`)).ok;
	},
	webhook: (_, logFile) => says(logFile, 'Webhook listener waiting for requests'),
	worker: (_, logFile) => says(logFile, 'n8n worker is now ready'),
};
