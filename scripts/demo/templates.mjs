import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Advice } from '../host/advice.mjs';
import { projectFolder } from '../host/index.mjs';

const folder = join(projectFolder, 'workflows');

/**
 * The workflow templates of this project.
 *
 * @returns {Promise<{ file: string, workflow: { name: string, nodes: object[], connections: object } }[]>} by file name
 */
export async function readTemplates() {
	if (!existsSync(folder)) return [];
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file) => ({ file, workflow: JSON.parse(await readFile(join(folder, file), 'utf8')) })),
	);
}

/**
 * A template with the credentials of this n8n in the places where it asks for one of their types.
 *
 * @template {{ nodes: object[] }} W
 * @param {W} workflow
 * @param {Record<string, string>} credentials id by type
 * @returns {W}
 */
export function withCredentials(workflow, credentials) {
	const filled = (node) => {
		const entries = Object.entries(node.credentials ?? {}).map(([type, { name, ...rest }]) => [
			type,
			credentials[type] ? { id: credentials[type], name } : { name, ...rest },
		]);
		return entries.length > 0 ? { ...node, credentials: Object.fromEntries(entries) } : node;
	};
	return { ...workflow, nodes: workflow.nodes.map(filled) };
}

/**
 * Imports and activates the templates that are not in n8n yet. Those that are there belong to the person now: they
 * are only registered again when n8n or the stand-in has got another address, which their webhooks contain.
 *
 * @param {ReturnType<typeof import('../host/n8nClient.mjs').n8nClient>} n8n
 * @param {import('./record.mjs').DemoRecord} record changed: ids of the new ones are noted
 * @param {boolean} moved whether an address has changed since the last start
 * @returns {Promise<{ file: string, id: string, name: string }[]>}
 * @throws {Advice} with n8n's words when one cannot be activated
 */
export async function ensureWorkflows(n8n, record, moved) {
	const present = new Map(
		(await n8n.workflows.list()).filter(({ isArchived }) => !isArchived).map((one) => [one.id, one]),
	);
	const all = [];
	for (const { file, workflow } of await readTemplates()) {
		const existing = present.get(record.workflows[file]);
		if (!existing) {
			const { id } = await n8n.workflows.create(withCredentials(workflow, record.credentials));
			record.workflows[file] = id;
			await activate(n8n, id, file);
		} else if (moved && (existing.active || existing.activeVersionId)) {
			await n8n.workflows.deactivate(existing.id);
			await activate(n8n, existing.id, file);
		}
		all.push({ file, id: record.workflows[file], name: existing?.name ?? workflow.name });
	}
	return all;
}

async function activate(n8n, id, file) {
	try {
		await n8n.workflows.activate(id);
	} catch (error) {
		throw new Advice(`The workflow of ${file} could not be activated. ${error.message}`);
	}
}
