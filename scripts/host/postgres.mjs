import { realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { Advice } from './advice.mjs';
import { command } from './command.mjs';
import { findProgram, foldersIn, foundOrInstalled } from './debian.mjs';
import { reservePort } from './ports.mjs';
import { startServer } from './server.mjs';

const USER = 'n8n';
const DATABASE = 'postgres';

/**
 * @returns {Promise<string>} the folder of Postgres' programs: of the one that is there, else of Debian's
 * @throws {Advice} when it cannot be had
 */
export async function ensurePostgres() {
	const folder = await foundOrInstalled(findPostgres, 'postgresql', "for the tests of n8n's queue mode");
	if (folder) return folder;
	throw new Advice("n8n's queue mode needs Postgres. Install postgresql, so that initdb is in the PATH.");
}

/** Debian puts the programs of the server into a folder of their version. */
function findPostgres() {
	const initdb = findProgram(
		'initdb',
		foldersIn('/usr/lib/postgresql').map((folder) => join(folder, 'bin')),
	);
	// It may be a link to where the others are.
	return initdb && dirname(realpathSync(initdb));
}

/**
 * A Postgres on loopback with a database of its own that is gone afterwards.
 *
 * @returns {Promise<{ port: number, user: string, database: string, query(sql: string): Promise<string[][]>, stop(): Promise<void> }>}
 * `query` gives the rows with all values as text
 */
export async function startPostgres() {
	const bin = await ensurePostgres();
	const port = await reservePort();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-postgres-'));
	const data = join(folder, 'data');
	const [asUser, env] = await otherUser(folder);
	await command(
		...split([
			...asUser,
			join(bin, 'initdb'),
			'-D',
			data,
			'-U',
			USER,
			'-A',
			'trust',
			'-E',
			'UTF8',
			'--locale=C',
			'-N',
		]),
		{ env },
	);
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
	const server = await startServer({
		name: 'Postgres',
		command: [
			...asUser,
			join(bin, 'postgres'),
			'-D',
			data,
			'-p',
			String(port),
			...settings.flatMap((each) => ['-c', each]),
		],
		env,
		logFile: join(folder, 'postgres.log'),
		isReady: async () => (await query('SELECT 1')).length === 1,
		timeoutMs: 60_000,
	});

	async function query(sql) {
		const to = ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', DATABASE];
		const text = await command(join(bin, 'psql'), [...to, '-X', '-A', '-t', '-F', '\t', '-c', sql], { env });
		return text
			.split('\n')
			.filter(Boolean)
			.map((line) => line.split('\t'));
	}

	return {
		port,
		user: USER,
		database: DATABASE,
		query,
		async stop() {
			await server.kill();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

const split = ([program, ...args]) => [program, args];

/** Postgres refuses to run as root: there it runs as the user that Debian makes for it, or as nobody. */
async function otherUser(folder) {
	const env = { PATH: process.env.PATH, LC_ALL: 'C', HOME: folder };
	if (userInfo().uid !== 0) return [[], env];
	const names = (await command('cut', ['-d:', '-f1', '/etc/passwd'])).split('\n');
	const name = names.includes('postgres') ? 'postgres' : 'nobody';
	const group = (await command('id', ['-gn', name])).trim();
	await command('chown', [`${name}:${group}`, folder]);
	return [['setpriv', `--reuid=${name}`, `--regid=${group}`, '--clear-groups', '--'], env];
}
