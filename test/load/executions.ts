import { parse } from 'flatted';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** An execution of a workflow that starts with one PagerDuty event, as n8n's database has it. */
export interface StoredExecution {
	readonly id: number;
	/** n8n's word: `success`, `crashed`, `running` … */
	readonly status: string;
	/** Of the event that it was started for. */
	readonly eventId: string;
	/** Whether its data is that of its end. n8n 1 writes an execution's end first, and its data a moment later. */
	readonly isWhole: boolean;
	/** Nodes that ran to their end in it and gave something. */
	readonly ran: readonly string[];
}

interface Item {
	json: { id?: string };
}
interface Run {
	executionStatus?: string;
	data?: { main?: Array<Item[] | null> };
}
interface StoredData {
	executionData?: { nodeExecutionStack?: Run[] };
	resultData: { runData: Record<string, Run[]>; lastNodeExecuted?: string };
}

const of = (workflowId: string) => `e."workflowId" = '${workflowId}'`;

/** SQL for the executions of a workflow, oldest first, in the columns that {@link readExecution} wants. */
export const executionsSql = (workflowId: string) =>
	`SELECT e.id, e.status, d.data FROM execution_entity e JOIN execution_data d ON d."executionId" = e.id
	WHERE ${of(workflowId)} ORDER BY e.id`;

/** SQL that counts the executions of a workflow that have ended, however they ended, as `ended`. */
export const endedSql = (workflowId: string) =>
	`SELECT count(*) AS ended FROM execution_entity e WHERE ${of(workflowId)} AND e.status NOT IN ('new', 'running')`;

export function readExecution(id: unknown, status: unknown, data: unknown): StoredExecution {
	const { executionData, resultData } = parse(String(data)) as StoredData;
	const runs = Object.entries(resultData.runData).map(([name, [run]]) => ({ name, run }));
	const [started] = executionData?.nodeExecutionStack ?? [];
	const eventIds = [started, ...runs.map(({ run }) => run)].map(eventIdOf);
	return {
		id: Number(id),
		status: String(status),
		isWhole: resultData.lastNodeExecuted !== undefined,
		eventId: eventIds.find((each) => each !== undefined) ?? 'unknown',
		ran: runs.filter(({ run }) => run?.executionStatus === 'success' && itemOf(run)).map(({ name }) => name),
	};
}

const itemOf = (run: Run | undefined) => run?.data?.main?.[0]?.[0];

const eventIdOf = (run: Run | undefined) => itemOf(run)?.json.id;

/** Reads the SQLite database of an n8n, which may be running or not: executions are the truth about what was started. */
export class ExecutionReader {
	private readonly database: DatabaseSync;

	constructor(userFolder: string) {
		this.database = new DatabaseSync(join(userFolder, '.n8n', 'database.sqlite'), { readOnly: true });
		// n8n 1 locks its database against readers while it writes.
		this.database.exec('PRAGMA busy_timeout = 5000');
	}

	ended(workflowId: string): number {
		return Number(this.database.prepare(endedSql(workflowId)).get()?.ended);
	}

	of(workflowId: string): StoredExecution[] {
		const rows = this.database.prepare(executionsSql(workflowId)).all();
		return rows.map(({ id, status, data }) => readExecution(id, status, data));
	}

	close(): void {
		this.database.close();
	}
}
