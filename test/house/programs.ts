import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The top of the checkout. */
export const projectFolder = join(__dirname, '..', '..');

/**
 * jest says NODE_ENV=test, and eslint-plugin-n8n-nodes-base takes that for a run of its own tests: every file is
 * then a node, a trigger and a credential at once.
 */
const { NODE_ENV: _, ...env } = process.env;

/** How a program ended, with all that it wrote. */
export interface Ended {
	code: number | null;
	stdout: string;
	output: string;
}

/** Where a program runs when it is not this checkout with the environment of the tests, and what it reads. */
interface Surroundings {
	cwd?: string;
	env?: Record<string, string>;
	stdin?: string;
}

/**
 * Runs a program at the top of the checkout; `node` is the one that runs the tests. It rejects only when the
 * program cannot be started: a test says itself what it expects of `code`.
 */
export function run(
	program: string,
	args: string[],
	{ stdin = '', ...where }: Surroundings = {},
): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(program === 'node' ? process.execPath : program, args, {
			cwd: projectFolder,
			env,
			...where,
		});
		let stdout = '';
		let output = '';
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
			output += chunk;
		});
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', reject);
		child.on('close', (code) =>
			code === null
				? reject(new Error(`${program} was stopped:\n${output}`))
				: resolve({ code, stdout, output }),
		);
		// A program that reads no stdin may close it before the write.
		child.stdin.on('error', () => {});
		child.stdin.end(stdin);
	});
}
