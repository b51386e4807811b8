/**
 * Fills the README's tables of operations and events from the code that runs, so that they cannot differ from it:
 * `npm run docs`. With `--check` it writes nothing and fails when they do differ.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { Advice, runMain } from './host/advice.mjs';
import { projectFolder } from './host/project.mjs';

const README = join(projectFolder, 'README.md');

await runMain(async () => {
	const { resources } = await load('nodes/PagerDuty/operations/index.ts');
	const { eventTypes } = await load('nodes/PagerDuty/webhook/events.ts');
	const before = await readFile(README, 'utf8');
	let after = await fill(before, 'operations', operationsTable(resources));
	after = await fill(after, 'events', eventsTable(eventTypes));

	if (after === before) return;
	if (process.argv.includes('--check'))
		throw new Advice('The tables in README.md are old: run `npm run docs`.');
	await writeFile(README, after);
});

/** A TypeScript file of the pack, as Node can run it. It lies in the checkout for a moment, to find n8n-workflow. */
async function load(entry) {
	const folder = join(projectFolder, 'build', `docs-${process.pid}`);
	const file = join(folder, `${entry.replaceAll('/', '-')}.cjs`);
	try {
		await mkdir(folder, { recursive: true });
		await build({
			absWorkingDir: projectFolder,
			entryPoints: [join(projectFolder, entry)],
			outfile: file,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			packages: 'external',
		});
		return createRequire(file)(file);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function operationsTable(resources) {
	return table(
		['Resource', 'Operation', 'What it does', 'OAuth scopes'],
		resources.flatMap(({ option, operations }) =>
			operations.map((operation, index) => [
				index === 0 ? `**${option.name}**` : '',
				operation.option.name,
				operation.option.description,
				operation.scopes.map((scope) => `\`${scope}\``).join(' '),
			]),
		),
	);
}

function eventsTable(eventTypes) {
	return table(
		['Event', 'Name in PagerDuty', 'When'],
		eventTypes.map(({ name, value, description = '' }) => [name, `\`${value}\``, description]),
	);
}

function table(head, rows) {
	return [head, head.map(() => '---'), ...rows]
		.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
		.join('\n');
}

/** Puts a table between its markers, in the layout that prettier would give it, so that prettier leaves it alone. */
async function fill(readme, name, markdown) {
	const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const [before, rest] = readme.split(start);
	const after = rest?.split(end)[1];
	if (after === undefined) throw new Advice(`README.md needs a line \`${start}\` and below it \`${end}\`.`);
	const pretty = await format(markdown, { ...(await resolveConfig(README)), parser: 'markdown' });
	return `${before}${start}\n\n${pretty}\n${end}${after}`;
}
