import { join } from 'node:path';

/** What n8n takes from the environment it is started in. Anything else (NODE_ENV, another n8n's settings) would change how it behaves. */
const INHERITED = [
	'HOME',
	'LANG',
	'LC_ALL',
	'TMPDIR',
	'TZ',
	'USER',
	'HTTP_PROXY',
	'HTTPS_PROXY',
	'NO_PROXY',
	'NODE_EXTRA_CA_CERTS',
];

/**
 * What most of the work of a start goes into: n8n rewrites each of the editor's files (28 MB in 2.41, 62 MB in 1.123), and
 * starts a process that runs Code nodes.
 */
const WITHOUT_EDITOR = {
	N8N_DISABLE_UI: 'true',
	N8N_RUNNERS_MODE: 'external',
	N8N_RUNNERS_AUTH_TOKEN: 'no runner ever comes',
};

/**
 * The environment of an n8n that runs by itself on this machine: loopback only, quiet, everything in one folder.
 *
 * @param {{ userFolder: string, port: number, brokerPort: number, path: string, editor: boolean }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function n8nSettings({ userFolder, port, brokerPort, path, editor }) {
	const inherited = INHERITED.filter((name) => process.env[name] !== undefined).map((name) => [
		name,
		process.env[name],
	]);
	return {
		...Object.fromEntries(inherited),
		PATH: path,
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// Two n8n on one machine would meet on the broker's fixed port.
		N8N_RUNNERS_ENABLED: 'true',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		...(editor ? {} : WITHOUT_EDITOR),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_LOG_OUTPUT: 'console',
	};
}

/** Where n8n's own words go. */
export const n8nLogFile = (userFolder) => join(userFolder, 'n8n.log');
