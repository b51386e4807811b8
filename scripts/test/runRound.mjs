import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { projectFolder } from '../host/index.mjs';

/** A round that hangs is ended; what it had not tested by then counts as failed. */
const LIMIT_MS = 45 * 60_000;

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the layers of one round with Jest, whose own words go to the terminal. What its tests leave in the temp folder is
 * removed: Jest kills its workers at the end, and those cannot clear away an n8n that their test files share.
 *
 * @param {{ layers: Array<{ name: string }>, atOnce: number }} round
 * @param {NodeJS.ProcessEnv} env in which `node` is Node 24
 * @param {string[]} jestArgs more arguments for Jest, such as `-t <name>`
 * @returns {Promise<{ results: import('./summary.mjs').LayerResult[], seconds: number }>} a result for each layer
 */
export async function runRound({ layers, atOnce }, env, jestArgs) {
	const names = layers.map(({ name }) => name);
	const report = join(projectFolder, 'build', 'test', `${names.join('-')}.json`);
	await mkdir(join(projectFolder, 'build', 'test'), { recursive: true });
	await rm(report, { force: true });
	const started = Date.now();
	// --forceExit: a server that a failed test has left open must not hold up all that comes after it.
	const args = [
		'--selectProjects',
		...names,
		'--json',
		'--outputFile',
		report,
		'--forceExit',
		...workers(atOnce),
	];
	const temp = await mkdtemp(join(tmpdir(), `n8n-pagerduty-${names[0]}-`));
	// Postgres runs as another user, who has to get through to its folder.
	await chmod(temp, 0o711);
	const ending = await jest([...args, ...jestArgs], { ...env, TMPDIR: temp });
	const seconds = (Date.now() - started) / 1000;
	// What such an n8n had started may still be ending, and write.
	await rm(temp, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
	return { results: await readReport(report, names, ending), seconds };
}

/** One at a time is Jest's own process, in which test files share what they load natively: see test/support/sharedN8n.mjs. */
function workers(atOnce) {
	return atOnce === 1 ? ['--runInBand'] : [`--maxWorkers=${atOnce}`];
}

function jest(args, env) {
	return new Promise((resolve) => {
		const child = spawn('node', ['node_modules/jest/bin/jest.js', ...args], {
			cwd: projectFolder,
			env,
			stdio: 'inherit',
		});
		const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
		const end = (signal) => {
			child.kill(signal);
			process.exit(1);
		};
		for (const signal of ENDING) process.once(signal, end);
		const done = (ending) => {
			clearTimeout(limit);
			for (const signal of ENDING) process.off(signal, end);
			resolve(ending);
		};
		child.on('error', (error) => done(error.message));
		child.on('close', (code, signal) => done(signal ? `ended by ${signal}` : `ended with code ${code}`));
	});
}

/** What Jest reported of each layer. Whatever else made it call the run a failure is a failure of the first one. */
async function readReport(file, names, ending) {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined)
		return names.map((name) => ({
			name,
			passed: 0,
			failed: 1,
			skipped: 0,
			crash: `left no report (${ending})`,
		}));
	const { testResults, success } = JSON.parse(text);
	const results = names.map((name) => ({ name, ...countsOf(testResults.filter(isOf(name))) }));
	if (!success && results.every(({ failed }) => failed === 0)) results[0].failed = 1;
	return results;
}

const isOf =
	(layer) =>
	({ name }) =>
		name.startsWith(join(realpathSync(projectFolder), 'test', layer, sep));

function countsOf(files) {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	for (const { status, assertionResults } of files) {
		for (const test of assertionResults)
			counts[['passed', 'failed'].includes(test.status) ? test.status : 'skipped']++;
		// A test file that could not even be loaded has no failed test, but it has not passed either.
		if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed++;
	}
	return counts;
}
