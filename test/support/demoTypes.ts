import type { Workflow } from './n8nTypes';

/** The parts of the demo's objects that tests look at. */

/** A file of workflows/, as scripts/demo/templates.mjs reads it. */
export interface Template {
	file: string;
	workflow: Workflow & { active?: boolean };
}

/** How a workflow is tried, as scripts/demo/beginnings.mjs says it. */
export interface Beginning {
	order: number;
	todo: string;
	address?: string;
	note(sandbox: string): string;
}

/** What became of a template in the demo's n8n, as scripts/demo/workflows.mjs says it. */
export interface DemoWorkflow {
	file: string;
	name: string;
	id?: string;
	published: boolean;
	beginning?: Beginning;
	problem?: string;
}
