import type { Turn } from '../request';
import type { ToolRow } from './rows';

/** What the assistant knows at a turn. */
export interface Talk {
	/** What the question names, by the groups of the pattern; empty where it names nothing. */
	readonly named: (group: string) => string;
	/** The incident that the talk is about, such as `#1040`; empty where there is none. */
	readonly incident: string;
	/** The rows that tools gave since the question, oldest first. */
	readonly answers: ReadonlyArray<readonly ToolRow[]>;
	/** The whole text of the question. */
	readonly question: string;
	readonly now: Date;
}

/** What comes next, from the question and from what the tools have answered so far. */
export type Step = (talk: Talk) => Turn;

/** A kind of question, and how it is answered. */
export interface Skill {
	/** Such a question, as people are told. */
	readonly example: string;
	readonly pattern: RegExp;
	/** One tool is called in each but the last. One that says something ends the answer there. */
	readonly steps: readonly Step[];
}

/** Calls a tool by the name of its node in n8n. */
export const call = (node: string, args: Readonly<Record<string, string>>): Turn => ({
	call: [{ tool: node.replaceAll(' ', '_'), args }],
});

/** What the last tool gave. */
export const lastRows = ({ answers }: Talk): readonly ToolRow[] => answers.at(-1) ?? [];
