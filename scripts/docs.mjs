/**
 * Fills the tables of docs/operations.md, docs/trigger.md and docs/reliability.md from the code that runs, and the galleries of
 * docs/templates.md and README from the templates' own notes, so that they cannot differ from it, and the figures of the last
 * test run where there are some; makes workflows/event-samples.json from what the sandbox delivers: `npm run docs`. With
 * `--check` it writes nothing, fails when anything differs, and leaves figures alone: they are never the same twice.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { readTemplates } from './demo/templates.mjs';
import { galleryPage, galleryRows } from './docs/gallery.mjs';
import { Advice, runMain } from './host/advice.mjs';
import { projectFolder } from './host/project.mjs';
import { sampleEvents, samplesWorkflow } from './docs/eventSamples.mjs';

const isCheck = process.argv.includes('--check');

await runMain(async () => {
	const { resources } = await load('nodes/PagerDuty/operations/index.ts');
	const { eventTypes } = await load('nodes/PagerDuty/webhook/form/events.ts');
	await refresh('docs/operations.md', { operations: operationsTable(resources) });
	await refresh('docs/trigger.md', { events: eventsTable(eventTypes) });
	await refresh('docs/reliability.md', { repeats: repeatsTable(resources), ...(await figures()) });
	await refreshSamples(eventTypes);
	const templates = await readTemplates();
	await refresh('docs/templates.md', { templates: galleryPage(templates) });
	await refresh('README.md', { gallery: table(['', 'Template', 'What it does'], galleryRows(templates)) });
});

async function refreshSamples(eventTypes) {
	const types = eventTypes.map(({ value }) => value);
	const samples = await sampleEvents(await load('sandbox/index.ts'), types);
	const document = 'workflows/event-samples.json';
	const workflow = JSON.stringify(samplesWorkflow(eventTypes, samples));
	await keep(document, await pretty(workflow, document, 'json'), 'samples');
}

/** Puts each text between the markers of its name. */
async function refresh(document, texts) {
	let page = await readFile(join(projectFolder, document), 'utf8');
	for (const [name, text] of Object.entries(texts)) page = await fill(page, document, name, text);
	await keep(document, page, 'tables');
}

/** Writes a document where it has changed; with `--check` it says instead that its `parts` are old. */
async function keep(document, text, parts) {
	const file = join(projectFolder, document);
	const before = await readFile(file, 'utf8').catch(() => undefined);
	if (text === before) return;
	if (isCheck) throw new Advice(`The ${parts} in ${document} are old: run \`npm run docs\`.`);
	await writeFile(file, text);
}

/** What the tests noted, by the markers that want it: `figures:<topic>`. */
async function figures() {
	if (isCheck) return {};
	const page = await readFile(join(projectFolder, 'docs', 'reliability.md'), 'utf8');
	const topics = [...page.matchAll(/<!-- figures:(\w+) -->/g)].map(([, topic]) => topic);
	const noted = await Promise.all(topics.map(async (topic) => [`figures:${topic}`, await figuresOf(topic)]));
	return Object.fromEntries(noted.filter(([, text]) => text !== undefined));
}

async function figuresOf(topic) {
	const text = await readFile(join(projectFolder, 'build', 'figures', `${topic}.json`), 'utf8').catch(
		() => undefined,
	);
	if (text === undefined) return undefined;
	return table(
		['What', 'Measured'],
		Object.entries(JSON.parse(text)).map(([what, figure]) => [what, shown(figure)]),
	);
}

function shown(figure) {
	return typeof figure === 'number' ? figure.toLocaleString('en-US') : String(figure);
}

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

/** A row for each operation, with its resource where that begins, and more cells. */
function operationRows(resources, cells) {
	return resources.flatMap(({ option: { name: resource }, operations }) =>
		operations.map((operation, index) => [
			index === 0 ? `**${resource}**` : '',
			operation.option.name,
			...cells(operation),
		]),
	);
}

function operationsTable(resources) {
	return table(
		['Resource', 'Operation', 'What it does', 'OAuth scopes'],
		operationRows(resources, ({ option, scopes }) => [
			option.description,
			scopes.map((scope) => `\`${scope}\``).join(' '),
		]),
	);
}

function repeatsTable(resources) {
	return table(
		['Resource', 'Operation', 'Sent again', 'Why that is safe, or not'],
		operationRows(resources, ({ repeat }) => [
			(repeat?.safe ?? true) ? 'yes' : '**no**',
			repeat?.because ?? 'Reading changes nothing',
		]),
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

/** Puts a table between its markers. */
async function fill(page, document, name, markdown) {
	const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const [before, rest] = page.split(start);
	const after = rest?.split(end)[1];
	if (after === undefined) throw new Advice(`${document} needs a line \`${start}\` and below it \`${end}\`.`);
	return `${before}${start}\n\n${await pretty(markdown, document, 'markdown')}\n${end}${after}`;
}

/** A text in the layout that prettier would give it, so that prettier leaves the document alone. */
async function pretty(text, document, parser) {
	return await format(text, { ...(await resolveConfig(join(projectFolder, document))), parser });
}
