/** What PagerDuty does by itself: workflows of steps, and actions that a runner carries out. */

export interface IncidentWorkflow {
	id: string;
	name: string;
	description: string;
	teamId: string | null;
	enabled: boolean;
	createdAt: string;
	steps: Array<{
		id: string;
		name: string;
		actionId: string;
		inputs: Array<{ name: string; value: string }>;
	}>;
}

/** One start of a workflow for an incident. */
export interface WorkflowInstance {
	id: string;
	workflowId: string;
	incidentId: string;
	startedAt: string;
}

export interface Runner {
	id: string;
	name: string;
	description: string;
	createdAt: string;
}

export interface AutomationAction {
	id: string;
	name: string;
	description: string;
	type: 'script' | 'process_automation';
	classification: 'diagnostic' | 'remediation';
	runnerId: string;
	serviceIds: string[];
	teamIds: string[];
	createdAt: string;
	/** The script, or the ID of the job. */
	content: string;
}

/** One run of an action for an incident. How far it is follows from the clock. */
export interface Invocation {
	id: string;
	actionId: string;
	incidentId: string;
	userId: string | null;
	createdAt: string;
}
