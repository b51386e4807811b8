import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from '../host/advice.mjs';
import { projectFolder } from '../host/index.mjs';

/**
 * The layers of tests in the order in which they run: what breaks most cheaply comes first.
 * `download`: runs other programs, which the first run fetches. `n8n`: drives a real n8n. `queueMode`: also n8n's queue mode. `atOnce`: how many test files run at once: many where tests wait more than they compute
 * (retries, rate limits), one where each loads the machine by itself.
 */
const LAYERS = [
	{ name: 'unit', atOnce: 2 },
	{ name: 'node', atOnce: 2 },
	{ name: 'contract', atOnce: 2 },
	{ name: 'sandbox', atOnce: 4 },
	{ name: 'clients', download: true, atOnce: 2 },
	{ name: 'faults', atOnce: 2 },
	{ name: 'house', atOnce: 2 },
	{ name: 'e2e', n8n: true, atOnce: 2 },
	{ name: 'load', n8n: true, queueMode: true, atOnce: 1 },
	{ name: 'bench', n8n: true, atOnce: 1 },
];

/**
 * @param {{ quick: boolean, names?: string[] }} options
 * @returns {typeof LAYERS} the chosen layers that have tests
 * @throws {Advice} when a name is none of theirs
 */
export function chooseLayers({ quick, names }) {
	const unknown = names?.find((name) => !LAYERS.some((layer) => layer.name === name));
	if (unknown) {
		throw new Advice(`There is no layer "${unknown}": ${LAYERS.map(({ name }) => name).join(', ')}.`);
	}
	const chosen = LAYERS.filter((layer) =>
		names ? names.includes(layer.name) : !(quick && (layer.n8n || layer.download)),
	);
	return chosen.filter(({ name }) => hasTests(join(projectFolder, 'test', name)));
}

function hasTests(folder) {
	return (
		existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.test.ts'))
	);
}
