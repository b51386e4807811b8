import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from '../host/advice.mjs';
import { projectFolder } from '../host/index.mjs';

/**
 * The layers of tests, in the rounds in which they run: what breaks most cheaply comes first. Test files of one round run
 * beside each other, so that none waits for the last file of another layer.
 * `download`: runs other programs, which the first run fetches. `n8n`: drives a real n8n. `queueMode`: also n8n's queue
 * mode. `atOnce`: how many test files run at once: one where speed is measured.
 */
const ROUNDS = [
	{
		atOnce: 2,
		layers: [
			{ name: 'unit' },
			{ name: 'node' },
			{ name: 'contract' },
			{ name: 'sandbox' },
			{ name: 'clients', download: true },
			{ name: 'faults' },
			{ name: 'house' },
		],
	},
	{
		atOnce: 2,
		layers: [
			{ name: 'e2e', n8n: true },
			{ name: 'load', n8n: true, queueMode: true },
		],
	},
	{ atOnce: 1, layers: [{ name: 'bench', n8n: true }] },
];

/** @typedef {{ name: string, download?: boolean, n8n?: boolean, queueMode?: boolean }} Layer */

/**
 * @param {{ quick: boolean, names?: string[] }} options
 * @returns {Array<{ atOnce: number, layers: Layer[] }>} the rounds of the chosen layers that have tests
 * @throws {Advice} when a name is none of theirs
 */
export function chooseRounds({ quick, names }) {
	const all = ROUNDS.flatMap(({ layers }) => layers.map(({ name }) => name));
	const unknown = names?.find((name) => !all.includes(name));
	if (unknown) throw new Advice(`There is no layer "${unknown}": ${all.join(', ')}.`);
	const isChosen = ({ name, n8n, download }) =>
		(names ? names.includes(name) : !(quick && (n8n || download))) &&
		hasTests(join(projectFolder, 'test', name));
	return ROUNDS.map(({ atOnce, layers }) => ({ atOnce, layers: layers.filter(isChosen) })).filter(
		({ layers }) => layers.length > 0,
	);
}

function hasTests(folder) {
	return (
		existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.test.ts'))
	);
}
