import type { Stage } from '../stage';
import type { Execution, StoredWorkflow } from '../../support/n8nTypes';
import { until } from '../../support/until';
import { clicked, published } from './acting';
import { formUrl, sendForm } from './forms';

export type Row = Record<string, unknown>;

interface Declaration {
	readonly severity: string;
	readonly title: string;
	readonly description?: string;
	readonly services: readonly string[];
}

export interface Action {
	/** A number, or the ID of a declaration. */
	readonly incident: string | number;
	readonly action: 'Acknowledge' | 'Resolve' | 'Write a note' | 'Set a custom field';
	readonly text?: string;
	readonly field?: string;
}

/** The incident desk in a real n8n, as the person at it uses it: two forms, its tables, and five minutes that pass. */
export interface IncidentDesk {
	/** Fills in both pages of the form. @returns the address of the page that says what became of it */
	declare(declaration: Declaration): Promise<string>;
	/** @returns the address of the page that says what became of it */
	act(action: Action): Promise<string>;
	/** What a page says once it is there. */
	pageAt(address: string): Promise<string>;
	/** All that is scheduled runs once. What was interrupted is no longer reserved. @returns how the reconciliation ran */
	fiveMinutesPass(): Promise<Execution>;
	/** Waits until no execution is under way. @param since what began earlier does not count: n8n was killed then */
	quiet(since?: number): Promise<void>;
	rows(table: string): Promise<Row[]>;
	/** An incident as the desk has it. */
	row(incidentId: string): Promise<Row | undefined>;
	/** Of that title. */
	declaration(title: string): Promise<Row | undefined>;
	/** The last change that was written down. */
	lastChange(): Promise<Row | undefined>;
	/** What the desk knows to have happened to an incident, oldest first. */
	timeline(incidentId: string): Promise<Row[]>;
}

type Part = 'declare' | 'act' | 'sync';
const parts: readonly Part[] = ['declare', 'act', 'sync'];
const patience = 120_000;

/** Imports the three templates as they are, sets them up twice, and publishes them. */
export async function openDesk({
	n8n,
	sandbox,
	credentials,
}: Pick<Stage, 'n8n' | 'sandbox' | 'credentials'>): Promise<IncidentDesk> {
	const { client } = n8n;
	const imported = async (part: Part) =>
		await n8n.importTemplate(`incident-desk-${part}.json`, credentials, sandbox);
	const workflows: Record<Part, StoredWorkflow> = {
		declare: await imported('declare'),
		act: await imported('act'),
		sync: await imported('sync'),
	};
	const run = async (part: Part, trigger: string) =>
		await clicked({ n8n }, workflows[part], trigger, patience);
	const rows = async (table: string) => await client.dataTables.rows(table);
	const ofIncident = async (table: string, incidentId: string) =>
		(await rows(table)).filter((row) => row.incident_id === incidentId);

	for (let time = 0; time < 2; time++) await run('declare', 'Set up (run once)');
	for (const part of ['declare', 'act'] as const) await client.workflows.activate(workflows[part].id);
	await published({ n8n, sandbox }, workflows.sync);

	return {
		async declare({ severity, title, description = '', services }) {
			const next = await sendForm(formUrl(n8n, workflows.declare), [severity, title, description, 'Ana']);
			await pageAt(next);
			return await sendForm(next, [[...services]]);
		},
		act: async ({ incident, action, text = '', field = '' }) =>
			await sendForm(formUrl(n8n, workflows.act), [String(incident), action, text, field, 'Ana']),
		pageAt,
		async fiveMinutesPass() {
			for (const table of ['Desk changes', 'Desk declarations'])
				await client.dataTables.update(table, 'state', 'waiting', { not_before: 0 });
			for (const part of ['declare', 'act'] as const) await run(part, 'Every five minutes');
			return await run('sync', 'Every five minutes');
		},
		async quiet(since = 0) {
			await sandbox.settled();
			// Right after its start n8n may say that its database is not ready.
			const seen = async (part: Part) => await isQuiet(workflows[part].id, since).catch(() => false);
			for (const part of parts) await until(`${part} is over`, () => seen(part), patience);
		},
		rows,
		row: async (incidentId) => (await ofIncident('Desk incidents', incidentId))[0],
		declaration: async (title) => (await rows('Desk declarations')).find((row) => row.title === title),
		lastChange: async () => (await rows('Desk changes')).at(-1),
		timeline: async (incidentId) => await ofIncident('Desk timeline', incidentId),
	};

	async function isQuiet(workflowId: string, since: number): Promise<boolean> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['new', 'running'] }));
		const { results } = (await client.send('GET', `/rest/executions?filter=${filter}&limit=100`)) as {
			results: Array<{ startedAt: string }>;
		};
		return results.every(({ startedAt }) => Date.parse(startedAt) < since);
	}
}

/** n8n leaves the request for a page open that is not there yet, so its state is asked for first, as its pages do. */
async function pageAt(address: string): Promise<string> {
	const state = new URL(address);
	state.pathname += '/n8n-execution-status';
	const isThere = async () => (await (await fetch(state)).text()) === 'form-waiting';
	await until('the page is there', isThere, patience);
	return await (await fetch(address)).text();
}
