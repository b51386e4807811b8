import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Advice } from '../host/advice.mjs';
import { projectFolder } from '../host/index.mjs';
import { credentialKey } from './credentials.mjs';

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

/** Where the templates say that the sandbox is: its address when nothing else was chosen. */
const usualSandbox = 'http://127.0.0.1:8640';

/**
 * A template that speaks to a sandbox at another address than the usual one.
 *
 * @template {object} W
 * @param {W} workflow
 * @param {string} sandboxUrl
 * @returns {W}
 */
export const withSandbox = (workflow, sandboxUrl) =>
	JSON.parse(JSON.stringify(workflow).replaceAll(usualSandbox, sandboxUrl));

/** The address at which n8n shows the form of a workflow that has one. */
const formOf = ({ nodes }, n8nUrl) => {
	const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	return form && `${n8nUrl}/form/${form.webhookId}`;
};

/** What there is to do with a workflow in the demo, by what starts it. */
function firstStep(workflow, n8nUrl) {
	const ofType = (ending) => workflow.nodes.find(({ type }) => type.endsWith(ending));
	const [form, chat, server] = [formOf(workflow, n8nUrl), ofType('.chatTrigger'), ofType('.mcpTrigger')];
	if (form) return `[open the form](${form}), then look at the incident`;
	if (chat) return `[open the chat](${n8nUrl}/webhook/${chat.webhookId}/chat) and ask about what you see`;
	if (server)
		return `connect a client to \`${n8nUrl}/mcp/${server.parameters.path}\` and ask about what you see`;
	return 'trigger an incident and watch its notes';
}

const isNote = ({ type }) => type === 'n8n-nodes-base.stickyNote';

/**
 * A template whose first note says where to click in the demo.
 *
 * @template {{ nodes: object[] }} W
 * @param {W} workflow
 * @param {{ n8nUrl: string, sandboxUrl: string }} urls
 * @returns {W}
 */
export function withLinks(workflow, { n8nUrl, sandboxUrl }) {
	const line = `**In this demo** it is published already: ${firstStep(workflow, n8nUrl)} in the [PagerDuty sandbox](${sandboxUrl}).`;
	const note = workflow.nodes.find(isNote);
	const linked = (node) => ({
		...node,
		parameters: { ...node.parameters, content: `${node.parameters.content}\n\n${line}` },
	});
	return { ...workflow, nodes: workflow.nodes.map((node) => (node === note ? linked(node) : node)) };
}

/** Notes whose links follow n8n and the sandbox to new addresses. */
function withMovedLinks(nodes, record, urls) {
	const moved = (text) =>
		['n8nUrl', 'sandboxUrl'].reduce((now, which) => now.replaceAll(record[which] || '\0', urls[which]), text);
	return nodes.map((node) =>
		isNote(node)
			? { ...node, parameters: { ...node.parameters, content: moved(node.parameters.content ?? '') } }
			: node,
	);
}

/**
 * Imports and activates the templates that are not in n8n yet. Those that are there belong to the person now: only
 * when n8n or the sandbox has got another address, which webhooks and notes contain, they follow it.
 *
 * @param {ReturnType<typeof import('../host/n8nClient.mjs').n8nClient>} n8n
 * @param {import('./record.mjs').DemoRecord} record changed: ids of the new ones are noted
 * @param {{ n8nUrl: string, sandboxUrl: string }} urls where they listen now
 * @returns {Promise<{ file: string, id: string, name: string, form?: string }[]>} `form` is the address of its form
 * @throws {Advice} with n8n's words when one cannot be activated
 */
export async function ensureWorkflows(n8n, record, urls) {
	const moved = record.n8nUrl !== urls.n8nUrl || record.sandboxUrl !== urls.sandboxUrl;
	const present = new Set(
		(await n8n.workflows.list()).filter(({ isArchived }) => !isArchived).map(({ id }) => id),
	);
	const all = [];
	for (const { file, workflow } of await readTemplates()) {
		if (!present.has(record.workflows[file])) {
			const filled = withLinks(
				withCredentials(withSandbox(workflow, urls.sandboxUrl), record.credentials),
				urls,
			);
			record.workflows[file] = (await n8n.workflows.create(filled)).id;
			await activate(n8n, record.workflows[file], file);
		} else if (moved) await follow(n8n, record, file, urls);
		const { id, name, nodes } = await n8n.workflows.get(record.workflows[file]);
		all.push({ file, id, name, form: formOf({ nodes }, urls.n8nUrl) });
	}
	return all;
}

async function follow(n8n, record, file, urls) {
	const id = record.workflows[file];
	const { nodes, active, activeVersionId } = await n8n.workflows.get(id);
	await n8n.workflows.update(id, { nodes: withMovedLinks(nodes, record, urls) });
	if (!active && !activeVersionId) return;
	await n8n.workflows.deactivate(id);
	await activate(n8n, id, file);
}

async function activate(n8n, id, file) {
	try {
		await n8n.workflows.activate(id);
	} catch (error) {
		throw new Advice(`The workflow of ${file} could not be activated. ${error.message}`);
	}
}
