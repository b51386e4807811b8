import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Advice } from '../host/advice.mjs';
import { command } from '../host/command.mjs';
import { ensureNode24 } from '../host/index.mjs';

/**
 * Asks before everything of earlier starts is deleted, and says what that is. Without a terminal nobody can answer:
 * then only `--yes` deletes.
 *
 * @param {object} options
 * @param {string} options.folder of the demo
 * @param {Record<string, string>} options.workflows ids of those that the demo made itself
 * @param {boolean} options.yes whether the answer was given on the command line
 * @param {((question: string) => Promise<string>) | undefined} [options.ask] undefined where nobody can answer
 * @returns {Promise<boolean>} whether to delete; false when there is nothing
 * @throws {Advice} when the answer is not yes
 */
export async function confirmReset({
	folder,
	workflows,
	yes,
	ask = process.stdin.isTTY ? askTerminal : undefined,
}) {
	const database = join(folder, 'n8n', '.n8n', 'database.sqlite');
	if (!existsSync(join(folder, 'demo.json'))) return false;
	const made = existsSync(database) ? await workflowsMadeByPeople(database, Object.values(workflows)) : [];
	const losses = [
		`This deletes ${folder}:`,
		"  - n8n's login, credentials and executions",
		"  - the sandbox's incidents",
		made.length > 0
			? `  - ${made.length === 1 ? 'the workflow' : `the ${made.length} workflows`} that you made: ${made.map((name) => `"${name}"`).join(', ')}`
			: '  - no workflow of your own: there is none',
	].join('\n');
	if (yes) {
		console.error(losses);
		return true;
	}
	if (!ask)
		throw new Advice(`${losses}\nNothing was deleted. Add --yes to delete it: npm start -- --reset --yes`);
	const answer = await ask(`${losses}\nDelete all of it? [y/N] `);
	if (!/^y(es)?$/i.test(answer.trim())) throw new Advice('Nothing was deleted.');
	return true;
}

async function askTerminal(question) {
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	try {
		return await terminal.question(question);
	} finally {
		terminal.close();
	}
}

const query = `
	const { DatabaseSync } = require('node:sqlite');
	const [file, known] = process.argv.slice(1);
	const rows = new DatabaseSync(file, { readOnly: true }).prepare('SELECT id, name FROM workflow_entity').all();
	console.log(JSON.stringify(rows.filter(({ id }) => !JSON.parse(known).includes(id)).map(({ name }) => name)));
`;

/** Names of the workflows in a database of n8n that the demo has not made. n8n does not run while this is asked. */
async function workflowsMadeByPeople(database, known) {
	const node = join(await ensureNode24(), 'node');
	return JSON.parse(await command(node, ['--no-warnings', '-e', query, database, JSON.stringify(known)]));
}
