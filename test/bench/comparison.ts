import type { Fault, Settings } from '../../sandbox';
import type { Arena, Heat } from './arena';
import { contenders, type Task } from './contenders';

/** The best heat of each node: what it can do when nothing else on the machine gets in its way. */
export interface Comparison {
	readonly title: string;
	readonly ours: Heat;
	readonly builtIn: Heat;
	/** Our time as a part of the built-in node's. */
	readonly ratio: number;
}

/** What both nodes do, and how often. */
export interface Contest {
	readonly task: Task;
	readonly incidents: number;
	readonly rounds: number;
	/** Of the sandbox; 25 ms of latency by default. */
	readonly settings?: Partial<Settings>;
	/** That strike each heat. */
	readonly faults?: readonly Fault[];
}

/** Lets both nodes do a task in turn, so that a slow moment of the machine hits both. */
export async function compare(arena: Arena, title: string, contest: Contest): Promise<Comparison> {
	const heats: Heat[] = [];
	for (let round = 0; round < contest.rounds; round++) {
		for (const contender of contenders) heats.push(await arena.heat(contender, contest));
	}
	const ours = best(heats, 'ours');
	const builtIn = best(heats, 'built-in');
	return { title, ours, builtIn, ratio: ours.milliseconds / builtIn.milliseconds };
}

function best(heats: readonly Heat[], name: Heat['contender']): Heat {
	const [quickest] = heats
		.filter(({ contender }) => contender === name)
		.sort((a, b) => a.milliseconds - b.milliseconds);
	if (!quickest) throw new Error(`There was no heat of ${name}`);
	return quickest;
}

/** Comparisons as a table that people read. */
export function table(comparisons: readonly Comparison[]): string {
	const rows = comparisons.map(({ title, ours, builtIn, ratio }) => [
		title,
		shown(ours),
		shown(builtIn),
		builtIn.incidents < ours.incidents
			? `the built-in node loses ${ours.incidents - builtIn.incidents}`
			: `${(1 / ratio).toFixed(1)} times as fast`,
	]);
	const header = ['', 'n8n-nodes-pagerduty', "n8n's built-in node", ''];
	return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const shown = ({ milliseconds, requests, incidents }: Heat) =>
	`${incidents} incidents, ${requests} requests, ${(milliseconds / 1000).toFixed(2)} s`;
