import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../host/index.mjs';

/** A layer that hangs is ended; what it had not tested by then counts as failed. */
const LIMIT_MS = 30 * 60_000;

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs one layer with Jest, whose own words go to the terminal. What its tests leave in the temp folder is removed: Jest
 * kills its workers at the end, and those cannot clear away an n8n that their test files share.
 *
 * @param {{ name: string, atOnce?: number }} layer
 * @param {NodeJS.ProcessEnv} env in which `node` is Node 24
 * @param {string[]} jestArgs more arguments for Jest, such as `-t <name>`
 * @returns {Promise<{ name: string, passed: number, failed: number, skipped: number, seconds: number, crash?: string }>}
 * `crash` says how the layer ended when it left no report, which is one failure
 */
export async function runLayer({ name, atOnce }, env, jestArgs) {
	const report = join(projectFolder, 'build', 'test', `${name}.json`);
	await mkdir(join(projectFolder, 'build', 'test'), { recursive: true });
	await rm(report, { force: true });
	const started = Date.now();
	// --forceExit: a server that a failed test has left open must not hold up all that comes after it.
	const args = [
		'--selectProjects',
		name,
		'--json',
		'--outputFile',
		report,
		'--forceExit',
		...workers(atOnce),
	];
	const temp = await mkdtemp(join(tmpdir(), `n8n-pagerduty-${name}-`));
	// Postgres runs as another user, who has to get through to its folder.
	await chmod(temp, 0o711);
	const ending = await jest([...args, ...jestArgs], { ...env, TMPDIR: temp });
	const seconds = (Date.now() - started) / 1000;
	// What such an n8n had started may still be ending, and write.
	await rm(temp, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
	const counted = await readReport(report);
	if (counted) return { name, ...counted, seconds };
	return { name, passed: 0, failed: 1, skipped: 0, seconds, crash: `left no report (${ending})` };
}

/** One at a time is Jest's own process, in which test files share what they load natively: see test/support/sharedN8n.mjs. */
function workers(atOnce) {
	if (!atOnce) return [];
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

async function readReport(file) {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	const {
		numPassedTests,
		numFailedTests,
		numPendingTests,
		numTodoTests,
		numRuntimeErrorTestSuites,
		success,
	} = JSON.parse(text);
	// A test file that could not even be loaded has no failed test, but it has not passed either.
	const failed = numFailedTests + numRuntimeErrorTestSuites;
	return {
		passed: numPassedTests,
		// Whatever else made Jest call the run a failure must not get lost.
		failed: failed === 0 && !success ? 1 : failed,
		skipped: numPendingTests + numTodoTests,
	};
}
