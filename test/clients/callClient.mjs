/**
 * Calls a client's functions one after another and prints what they gave, as JSON:
 * `node callClient.mjs <folder with node_modules> <package> '{ "token", "calls": [["incidents.listIncidents", …arguments]] }'`.
 * Without calls it prints the names of all functions that there are.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, name, task] = process.argv.slice(2);
const { token, calls } = JSON.parse(task);
const client = makeClient(createRequire(join(folder, 'package.json'))(name));
process.stdout.write(JSON.stringify(calls ? await callAll() : namesOf(client)), () => process.exit());

function makeClient(loaded) {
	return name === 'node-pagerduty' ? new loaded(token) : loaded.api({ token });
}

async function callAll() {
	const answers = [];
	for (const [path, ...args] of calls) {
		const [object, method] = path.split('.').reduce(([, inner], key) => [inner, inner[key]], [null, client]);
		// A refusal is seen in the sandbox; here only what was given counts.
		answers.push(bodyOf(await method.apply(object, args).catch(() => null)));
	}
	return answers;
}

/** What was answered, as the client gives it: pdjs parses it, node-pagerduty does so with some answers only. */
function bodyOf(answer) {
	const body = answer?.data ?? answer?.body ?? answer;
	return typeof body === 'string' ? JSON.parse(body || 'null') : body;
}

function namesOf(object, before = '') {
	return Object.entries(object).flatMap(([key, value]) => {
		if (typeof value === 'function') return [`${before}${key}`];
		return typeof value === 'object' && value !== null ? namesOf(value, `${before}${key}.`) : [];
	});
}
