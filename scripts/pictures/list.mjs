import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNote, readTemplates } from '../demo/templates.mjs';
import { Advice } from '../host/advice.mjs';
import { projectFolder } from '../host/project.mjs';

/** Where the pictures of the templates lie, and what they show. */
export const templatesFolder = join(projectFolder, 'docs', 'templates');
export const shownFile = join(templatesFolder, 'pictures.json');

/** The picture of a template's canvas. */
export const pictureOf = (file) => `${file.replace(/\.json$/, '')}.png`;

/**
 * The files of the templates with these names.
 *
 * @param {string[]} names such as `quiet-night`
 * @returns {Promise<string[]>}
 * @throws {Advice} where there is no such template, with the names that there are
 */
export async function filesNamed(names) {
	const files = (await readTemplates()).map(({ file }) => file);
	const unknown = names.find((name) => !files.includes(`${name}.json`));
	if (unknown === undefined) return names.map((name) => `${name}.json`);
	const known = files.map((file) => file.replace(/\.json$/, ''));
	throw new Advice(`There is no template "${unknown}": ${known.join(', ')}.`);
}

/**
 * What a picture of a template shows, as one short text: it differs when a node is added, moved, renamed, connected in
 * another way, or when a note says something else. What is set inside a node cannot be seen.
 *
 * @param {{ nodes: object[], connections: object }} workflow
 * @returns {string}
 */
export function looksOf({ nodes, connections }) {
	const seen = nodes.map((node) => {
		const { name, type, position, disabled, parameters } = node;
		return { name, type, position, disabled, note: isNote(node) ? parameters : undefined };
	});
	return createHash('sha256').update(JSON.stringify({ seen, connections })).digest('hex').slice(0, 16);
}

/** What the templates look like now, by file name. */
export async function looksNow() {
	const templates = await readTemplates();
	return Object.fromEntries(templates.map(({ file, workflow }) => [file, looksOf(workflow)]));
}

/** What they looked like when their pictures were taken, by file name. */
export async function looksThen() {
	return JSON.parse(await readFile(shownFile, 'utf8').catch(() => '{}'));
}
