import { parseArgs } from 'node:util';
import { Advice } from './advice.mjs';

/**
 * What a script was called with, as `parseArgs` of node:util gives it; `--help` (`-h`) is among the options of every script.
 *
 * @param {string} usage
 * @param {import('node:util').ParseArgsConfig} config
 * @throws {Advice} with the usage where an argument is not known
 */
export function scriptArguments(usage, { options, ...config }) {
	try {
		return parseArgs({
			...config,
			options: { ...options, help: { type: 'boolean', short: 'h', default: false } },
		});
	} catch (error) {
		throw new Advice(`${error.message}\n\n${usage}`);
	}
}
