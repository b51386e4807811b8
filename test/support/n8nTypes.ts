import type { ResourceMapperFields } from 'n8n-workflow';

/** The parts of n8n's objects that tests look at. */

export type N8nVersion = '2.41' | '1.123';

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id?: string; name: string }>;
	webhookId?: string;
	onError?: string;
	[setting: string]: unknown;
}

export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

export interface StoredWorkflow extends Workflow {
	id: string;
	active: boolean;
	versionId: string;
	staticData?: Record<string, unknown> | null;
}

export interface NodeRun {
	executionStatus: string;
	/** Milliseconds. */
	executionTime: number;
	error?: { message: string; description?: string | null; [more: string]: unknown };
	data?: { main: Array<Array<{ json: Record<string, unknown>; pairedItem?: unknown }> | null> };
}

export interface Execution {
	id: string;
	status: string;
	mode: string;
	/** When it ended, as n8n writes a moment. */
	stoppedAt?: string;
	data: {
		resultData: { runData: Record<string, NodeRun[]>; error?: { message: string; description?: string } };
	};
}

export interface CredentialInput {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface NodeType {
	name: string;
	displayName: string;
	version: number | number[];
	[more: string]: unknown;
}

export interface ParameterRequest {
	path: string;
	methodName: string;
	nodeTypeAndVersion: { name: string; version: number };
	currentNodeParameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	filter?: string;
	paginationToken?: string;
}

export interface ListEntry {
	name: string;
	value: string;
	url?: string;
	description?: string;
}

/** n8n's REST API as scripts/host/n8nClient.mjs gives it. */
export interface N8nClient {
	send(method: string, path: string, body?: unknown): Promise<unknown>;
	login(account: { email: string; password: string }): Promise<void>;
	nodeTypes(): Promise<NodeType[]>;
	credentialTypes(): Promise<Array<{ name: string; displayName: string }>>;
	credentials: {
		list(): Promise<Array<{ id: string; name: string; type: string }>>;
		get(id: string): Promise<CredentialInput & { id: string }>;
		create(credential: CredentialInput): Promise<{ id: string }>;
		update(id: string, credential: CredentialInput): Promise<unknown>;
		remove(id: string): Promise<unknown>;
		test(credential: {
			id?: string;
			name?: string;
			type: string;
			data?: Record<string, unknown>;
		}): Promise<{ status: 'OK' | 'Error'; message: string }>;
		oAuth2Url(id: string): Promise<string>;
	};
	workflows: {
		list(): Promise<StoredWorkflow[]>;
		get(id: string): Promise<StoredWorkflow>;
		create(workflow: Workflow): Promise<StoredWorkflow>;
		update(id: string, change: Partial<Workflow>): Promise<StoredWorkflow>;
		activate(id: string): Promise<void>;
		deactivate(id: string): Promise<void>;
		remove(id: string): Promise<void>;
		run(id: string, triggerName: string): Promise<{ executionId?: string; waitingForWebhook?: boolean }>;
	};
	executions: {
		list(workflowId: string): Promise<Array<{ id: string; status: string; mode: string }>>;
		get(id: string): Promise<Execution>;
		finished(id: string, timeoutMs?: number): Promise<Execution>;
		rested(id: string, timeoutMs?: number): Promise<Execution>;
		ofWorkflow(workflowId: string, count: number, timeoutMs?: number): Promise<Execution[]>;
	};
	/** Of n8n 2.41. */
	dataTables: {
		list(): Promise<string[]>;
		rows(name: string): Promise<Array<Record<string, unknown>>>;
		insert(name: string, rows: ReadonlyArray<Record<string, unknown>>): Promise<unknown>;
		update(name: string, column: string, value: unknown, data: Record<string, unknown>): Promise<unknown>;
		remove(name: string): Promise<unknown>;
	};
	parameterOptions(request: ParameterRequest): Promise<Array<{ name: string; value: string }>>;
	locatorResults(request: ParameterRequest): Promise<{ results: ListEntry[]; paginationToken?: string }>;
	mapperFields(request: ParameterRequest): Promise<ResourceMapperFields>;
}

/** An n8n process as scripts/host/runN8n.mjs gives it. */
export interface N8nHost {
	readonly url: string;
	readonly pid: number;
	readonly userFolder: string;
	stop(): Promise<void>;
	/** Ends it as a crash would. */
	kill(): Promise<void>;
	restart(): Promise<void>;
	logs(): string;
	/** Resolves when it has ended, in whatever way. */
	readonly exited: Promise<number>;
}
