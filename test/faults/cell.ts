import type { NodeApiError } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { waits } from '../support/waits';
import { BadLine } from './badLine';
import { countsOf, type Call, type Stage, type Told } from './calls';
import { linesOf, prepare, type Step } from './rehearsal';
import type { Trouble } from './troubles';

type Counts = ReturnType<typeof countsOf>;

/** How long trouble lasts. */
export const spans = {
	once: 'Once',
	on: 'Each time',
	down: 'Down from then on',
} as const;

export type Span = keyof typeof spans;

/** One run of a call with one trouble. */
export interface Cell {
	readonly call: Call;
	readonly trouble: Trouble;
	readonly step: Step;
	readonly span: Span;
}

/** What came of it. */
export interface Outcome {
	/** All requests, without their IDs. */
	readonly lines: readonly string[];
	/** How many requests or connections the trouble hit. */
	readonly struck: number;
	/** What n8n shows when it failed. */
	readonly error?: { title: string; description: string; items?: number };
	/** Seconds that it took, had all waits been real. */
	readonly seconds: number;
	readonly counts: Counts;
	/** How much there is once nothing goes wrong any more and the call, if it failed, was made again. */
	readonly afterwards?: Counts;
	/** The longest that one request was given, in milliseconds. */
	readonly patience: number;
}

/** Lets trouble strike one step of a call. @throws what a test expected and is not so */
export async function play({ call, trouble, step, span }: Cell, stage: Stage): Promise<Outcome> {
	const { sandbox } = stage.desk;
	const { act, requests } = await prepare(call, stage);
	const line = new BadLine(sandbox);
	const earlier = waits.length;
	const times = span === 'once' ? (trouble.times ?? 1) : Infinity;
	const aim =
		span === 'down'
			? { path: /^\/(?!oauth\/)/, skip: step.before, times }
			: { method: step.method, path: step.path, skip: step.earlier, times };
	const strike = typeof trouble.strike === 'function' ? trouble.strike(call.scopes) : trouble.strike;
	if (strike === 'refused') line.refuse(aim);
	else sandbox.fail({ ...strike, ...aim, path: aim.path.source });
	// Of every back-off the longest that can be.
	const chance = jest.spyOn(Math, 'random').mockReturnValue(1 - Number.EPSILON);
	try {
		const error = await act().then(() => undefined, shown);
		const outcome = {
			lines: linesOf(requests()),
			struck: line.refused + requests().filter(({ fault }) => fault !== null).length,
			error,
			seconds: waits.slice(earlier).reduce((sum, wait) => sum + wait, 0) / 1000,
			counts: countsOf(sandbox),
			patience: Math.max(...line.patience),
		};
		line.mend();
		sandbox.recover();
		return { ...outcome, afterwards: call.proof && (await proven(call.proof, error && act, sandbox)) };
	} finally {
		chance.mockRestore();
		line.mend();
		await call.end?.();
	}
}

async function proven(
	proof: () => Promise<void>,
	again: (() => Promise<unknown>) | undefined,
	sandbox: Sandbox,
): Promise<Counts> {
	await again?.();
	await proof();
	return countsOf(sandbox);
}

/** The title, also where the message goes on to say what to do. */
const titleIn = (message = '', description: string | null = '') =>
	description && message.endsWith(description)
		? message.slice(0, -description.length).replace(/\.? $/, '')
		: message;

/** n8n's error as a person reads it; anything else is a test that failed. */
function shown(error: unknown) {
	// What n8n keeps of an execution's error is a copy of it, which is no instance of its class.
	const { name, message, description, items } = error as Partial<NodeApiError & Told>;
	if (name !== 'NodeApiError' && name !== 'NodeOperationError') throw error;
	return { title: titleIn(message, description), description: description ?? '', items };
}
