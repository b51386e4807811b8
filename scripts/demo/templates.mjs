import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../host/project.mjs';
import { beginningOf } from './beginnings.mjs';
import { credentialKey } from './credentials.mjs';
import { usualPorts } from './options.mjs';

const folder = join(projectFolder, 'workflows');

/**
 * The workflow templates of this project.
 *
 * @returns {Promise<{ file: string, workflow: { name: string, nodes: object[], connections: object, active?: boolean } }[]>} by file
 * name; `active` says that the demo may publish it
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
 * @param {Record<string, string>} credentials id by `credentialKey`
 * @returns {W}
 */
export function withCredentials(workflow, credentials) {
	const filled = (node) => {
		const entries = Object.entries(node.credentials ?? {}).map(([type, { name, ...rest }]) => {
			const id = credentials[credentialKey({ type, only: name })] ?? credentials[type];
			return [type, id ? { id, name } : { name, ...rest }];
		});
		return entries.length > 0 ? { ...node, credentials: Object.fromEntries(entries) } : node;
	};
	return { ...workflow, nodes: workflow.nodes.map(filled) };
}

/** The addresses in the templates: those of when nothing else was chosen. */
export const templateUrls = { sandboxUrl: `http://127.0.0.1:${usualPorts.sandbox}` };

/** Whether a node is a note on the canvas. */
export const isNote = ({ type }) => type === 'n8n-nodes-base.stickyNote';

/**
 * A template whose first note says where to click in the demo.
 *
 * @template {{ nodes: object[], active?: boolean }} W
 * @param {W} workflow
 * @param {{ n8nUrl: string, sandboxUrl: string }} urls
 * @returns {W}
 */
export function withLinks(workflow, { n8nUrl, sandboxUrl }) {
	const { note: whatToDo } = beginningOf(workflow, { published: workflow.active, n8nUrl });
	const state = workflow.active ? 'it is published already: ' : '';
	const line = `**In this demo** ${state}${whatToDo(`[PagerDuty sandbox](${sandboxUrl})`)}`;
	const note = workflow.nodes.find(isNote);
	const linked = (node) => ({
		...node,
		parameters: { ...node.parameters, content: `${node.parameters.content}\n\n${line}` },
	});
	return { ...workflow, nodes: workflow.nodes.map((node) => (node === note ? linked(node) : node)) };
}

/**
 * A workflow in which the addresses of n8n and of the sandbox are those of now.
 *
 * @template {object} W
 * @param {W} workflow
 * @param {{ n8nUrl?: string, sandboxUrl?: string }} last those that it has
 * @param {{ n8nUrl?: string, sandboxUrl: string }} now
 * @returns {W}
 */
export function withMovedAddresses(workflow, last, now) {
	const moves = new Map(['n8nUrl', 'sandboxUrl'].map((which) => [last[which], now[which]]));
	// All in one go: one may have moved to where the other was. A longer port is another address.
	return JSON.parse(
		JSON.stringify(workflow).replace(
			/http:\/\/127\.0\.0\.1:\d+/g,
			(address) => moves.get(address) ?? address,
		),
	);
}
