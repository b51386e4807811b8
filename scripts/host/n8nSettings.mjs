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
 * The environment of an n8n that runs by itself on this machine: loopback only, quiet, everything in one folder.
 *
 * @param {{ userFolder: string, port: number, brokerPort: number, path: string }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function n8nSettings({ userFolder, port, brokerPort, path }) {
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
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// Two n8n on one machine would meet on the broker's fixed port.
		N8N_RUNNERS_ENABLED: 'true',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
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
