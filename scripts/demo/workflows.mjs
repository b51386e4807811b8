import { beginningOf, setUpOf } from './beginnings.mjs';
import { readTemplates, templateUrls, withCredentials, withLinks, withMovedAddresses } from './templates.mjs';

/** n8n keeps folders for those who have registered it; tags are for everybody. */
const TAG = 'PagerDuty templates';

/** What other workflows call has to be there, and published, before they are. */
const isCalled = ({ workflow: { nodes } }) =>
	nodes.some(({ type }) => type === 'n8n-nodes-base.executeWorkflowTrigger');

/**
 * What became of a template.
 *
 * @typedef {object} DemoWorkflow
 * @property {string} file
 * @property {string} name
 * @property {string} [id] left out when n8n did not take it, and when a person has deleted it
 * @property {boolean} published
 * @property {ReturnType<typeof beginningOf>} [beginning] left out where there is no `id`
 * @property {string} [problem] why it could not be imported, set up or published, in n8n's words
 */

/**
 * Imports the templates that no earlier start has imported, runs their set-up, and publishes those whose file says
 * `active`. What was imported before belongs to the person: changed and deleted ones stay so; only when n8n or the
 * sandbox has got another address, which webhooks, notes and settings contain, they follow it. What an earlier start
 * could not set up or publish is tried again.
 *
 * @param {ReturnType<typeof import('../host/n8nClient.mjs').n8nClient>} n8n
 * @param {import('./record.mjs').DemoRecord} record changed: what was made is noted
 * @param {{ n8nUrl: string, sandboxUrl: string }} urls where they listen now
 * @param {() => Promise<void>} save called whenever the record has changed: a start may be ended at any time
 * @returns {Promise<DemoWorkflow[]>} by file name
 */
export async function ensureWorkflows(n8n, record, urls, save) {
	const templates = await readTemplates();
	const present = new Set(
		(await n8n.workflows.list()).filter(({ isArchived }) => !isArchived).map(({ id }) => id),
	);
	const problems = new Map();
	await followAll(n8n, { record, urls, present, problems });
	await importNew(n8n, templates, { record, urls, save, present, problems });
	await finish(n8n, templates, { record, save, present, problems });
	return await Promise.all(
		templates.map(async ({ file, workflow: { name } }) => {
			const id = record.workflows[file];
			const problem = problems.get(file);
			if (!present.has(id)) return { file, name, published: false, problem };
			const now = await n8n.workflows.get(id);
			const published = isPublished(now);
			const beginning = beginningOf(now, { published, n8nUrl: urls.n8nUrl });
			return { file, id, name: now.name, published, beginning, problem };
		}),
	);
}

/** n8n 1 knows only `active`. */
const isPublished = ({ active, activeVersionId }) => Boolean(active || activeVersionId);

async function followAll(n8n, { record, urls, present, problems }) {
	if (record.n8nUrl === urls.n8nUrl && record.sandboxUrl === urls.sandboxUrl) return;
	for (const [file, id] of Object.entries(record.workflows).filter(([, one]) => present.has(one))) {
		const workflow = await n8n.workflows.get(id);
		const { nodes } = withMovedAddresses({ nodes: workflow.nodes }, record, urls);
		await n8n.workflows.update(id, { nodes });
		if (!isPublished(workflow)) continue;
		await n8n.workflows.deactivate(id);
		await publish(n8n, id).catch((error) => {
			problems.set(file, error.message);
			noteUnfinished(record, file);
		});
	}
}

async function importNew(n8n, templates, { record, urls, save, present, problems }) {
	const missing = templates.filter(({ file }) => !record.workflows[file]);
	if (missing.length === 0) return;
	const tag = await ensureTag(n8n);
	for (const { file, workflow } of missing) {
		const moved = withMovedAddresses(workflow, templateUrls, urls);
		const here = withLinks(withCredentials(moved, record.credentials), urls);
		try {
			const { id } = await n8n.workflows.create({ ...here, tags: [tag] });
			present.add(id);
			record.workflows[file] = id;
			noteUnfinished(record, file);
		} catch (error) {
			problems.set(file, error.message);
		}
		await save();
	}
}

function noteUnfinished(record, file) {
	record.unfinished = [...(record.unfinished ?? []), file];
}

async function ensureTag(n8n) {
	const tag = (await n8n.tags.list()).find(({ name }) => name === TAG);
	return (tag ?? (await n8n.tags.create(TAG))).id;
}

/** All set-ups come before all publications: a workflow may use the tables of another one. */
async function finish(n8n, templates, { record, save, present, problems }) {
	const isLeft = ({ file }) => record.unfinished?.includes(file) && present.has(record.workflows[file]);
	const left = templates.filter(isLeft).sort((a, b) => Number(isCalled(b)) - Number(isCalled(a)));
	const attempt = async ({ file }, step) =>
		await step(record.workflows[file]).catch((error) => problems.set(file, error.message));
	const isFine = ({ file }) => !problems.has(file);
	for (const template of left.filter(isFine)) await attempt(template, (id) => setUp(n8n, id));
	for (const template of left.filter(({ workflow }) => workflow.active).filter(isFine))
		await attempt(template, (id) => publish(n8n, id));
	record.unfinished = left.map(({ file }) => file).filter((file) => problems.has(file));
	await save();
}

async function setUp(n8n, id) {
	const trigger = setUpOf(await n8n.workflows.get(id));
	if (!trigger) return;
	const { executionId } = await n8n.workflows.run(id, trigger.name);
	const { status, data } = await n8n.executions.finished(executionId, 60_000);
	if (status !== 'success')
		throw new Error(`"${trigger.name}" failed: ${data.resultData?.error?.message ?? status}`);
}

async function publish(n8n, id) {
	if (isPublished(await n8n.workflows.get(id))) return;
	await n8n.workflows.activate(id).catch(async (error) => {
		// n8n 2 goes on calling it published, though nothing can start it.
		await n8n.workflows.deactivate(id).catch(() => {});
		throw new Error(`It could not be published. ${error.message}`);
	});
}
