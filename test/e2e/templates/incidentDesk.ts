import type { Stage } from '../stage';
import type { Execution, StoredWorkflow } from '../../support/n8nTypes';
import { until } from '../../support/until';

export type Row = Record<string, unknown>;

export interface Declaration {
	severity: string;
	title: string;
	description?: string;
	services: string[];
}

export interface Action {
	/** A number, or the ID of a declaration. */
	incident: string | number;
	action: 'Acknowledge' | 'Resolve' | 'Write a note' | 'Set a custom field';
	text?: string;
	field?: string;
}

/** The incident desk in a real n8n, as the person at it uses it: two forms, its tables, and the five minutes that pass. */
export interface IncidentDesk {
	/** Fills in both pages of the form. */
	declare(declaration: Declaration): Promise<void>;
	act(action: Action): Promise<void>;
	/** Five minutes pass: all that is scheduled runs once, one after another. */
	fiveMinutesPass(): Promise<void>;
	/** Runs what a trigger of one workflow starts. */
	run(part: DeskPart, trigger: string): Promise<Execution>;
	rows(table: string): Promise<Row[]>;
	/** Of an incident, as the desk has it. */
	row(incidentId: string): Promise<Row | undefined>;
}

type DeskPart = 'declare' | 'act' | 'sync';
const parts: readonly DeskPart[] = ['declare', 'act', 'sync'];
const clock = 'Every five minutes';

/** Imports the three templates as they are, sets them up twice, and publishes them. */
export async function openDesk(stage: Stage): Promise<IncidentDesk> {
	const { n8n, sandbox, credentials } = stage;
	const workflows = {} as Record<DeskPart, StoredWorkflow>;
	for (const part of parts)
		workflows[part] = await n8n.importTemplate(`incident-desk-${part}.json`, credentials, sandbox);

	async function run(part: DeskPart, trigger: string): Promise<Execution> {
		const { executionId } = await n8n.client.workflows.run(workflows[part].id, trigger);
		return await n8n.client.executions.finished(String(executionId), 60_000);
	}

	for (let time = 0; time < 2; time++) {
		const setUp = await run('declare', 'Set up (run once)');
		if (setUp.status !== 'success') throw new Error(`Set-up: ${JSON.stringify(setUp.data.resultData.error)}`);
	}
	for (const part of parts) await n8n.client.workflows.activate(workflows[part].id);
	await until('the desk is subscribed', () => sandbox.subscriptions().length === 1);

	const formOf = (part: DeskPart) => {
		const node = workflows[part].nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
		return `${n8n.host.url}/form/${String(node?.webhookId)}`;
	};
	for (const part of ['declare', 'act'] as const)
		await until('the form is there', async () => (await fetch(formOf(part))).status === 200);

	const rows = async (table: string) => await n8n.client.dataTables.rows(table);
	return {
		rows,
		run,
		async declare({ severity, title, description = '', services }) {
			const next = await send(formOf('declare'), [severity, title, description, 'Ana']);
			await until('the second page is there', async () => (await shown(next)).includes('Services'));
			await send(next, [services]);
		},
		async act({ incident, action, text = '', field = '' }) {
			await send(formOf('act'), [String(incident), action, text, field, 'Ana']);
		},
		async fiveMinutesPass() {
			for (const part of parts) await run(part, clock);
		},
		row: async (incidentId) => (await rows('Desk incidents')).find((row) => row.incident_id === incidentId),
	};
}

const shown = async (url: string) => await (await fetch(url)).text();

/** Fills in a form and sends it off. @returns the address of the page that follows */
async function send(url: string, values: ReadonlyArray<string | string[]>): Promise<string> {
	const form = new FormData();
	values.forEach((value, index) =>
		form.set(`field-${index}`, typeof value === 'string' ? value : JSON.stringify(value)),
	);
	const answer = await fetch(url, { method: 'POST', body: form });
	if (!answer.ok) throw new Error(`The form says ${answer.status}`);
	const { formWaitingUrl = '' } = (await answer.json().catch(() => ({}))) as { formWaitingUrl?: string };
	return formWaitingUrl;
}
