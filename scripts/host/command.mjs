import { spawn } from 'node:child_process';
import { Advice } from './advice.mjs';

const KEPT_CHARACTERS = 4_000;
const running = new Set();

/**
 * Runs a program to its end and gives what it wrote to stdout.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, advice?: string }} [options] `advice` says what a person can do when it fails
 * @returns {Promise<string>}
 * @throws {Advice} with the last lines of its output when it fails or is not there
 */
export function command(program, args, { cwd, env = process.env, advice = '' } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		running.add(child);
		let stdout = '';
		let tail = '';
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
			tail = (tail + chunk).slice(-KEPT_CHARACTERS);
		});
		child.stderr.on('data', (chunk) => (tail = (tail + chunk).slice(-KEPT_CHARACTERS)));
		const failed = (reason) =>
			reject(
				new Advice(
					[`\`${[program, ...args].join(' ')}\` ${reason}`, tail.trim(), advice].filter(Boolean).join('\n'),
				),
			);
		child.on('error', (error) => {
			running.delete(child);
			failed(`could not be started: ${error.message}`);
		});
		child.on('close', (code, signal) => {
			running.delete(child);
			if (code === 0) resolve(stdout);
			else failed(signal ? `was stopped by ${signal}.` : `ended with code ${code}:`);
		});
	});
}

/** Stops the programs that are still running, for a script that is told to end in the middle of them. */
export function stopCommands() {
	for (const child of running) child.kill('SIGTERM');
}
