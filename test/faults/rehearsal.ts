import type { RecordedRequest } from '../../sandbox';
import { countsOf, type Call, type Stage } from './calls';

/** One request that a call sends, as often as it sends it. */
export interface Step {
	/** `POST /incidents/{id}/notes` */
	readonly line: string;
	readonly method: string;
	readonly path: RegExp;
	/** How many of these come before the one that is struck. */
	readonly earlier: number;
	/** How many requests of any kind come before it. */
	readonly before: number;
}

/** A call as it goes when nothing is wrong. */
export interface Rehearsal {
	/** The requests to strike, in the order of their first coming. */
	readonly steps: readonly Step[];
	readonly lines: readonly string[];
	readonly counts: ReturnType<typeof countsOf>;
}

/** Does a call undisturbed. */
export async function rehearse(call: Call, stage: Stage): Promise<Rehearsal> {
	const { requests, act } = await prepare(call, stage);
	await act();
	const lines = linesOf(requests());
	const counts = countsOf(stage.desk.sandbox);
	await call.end?.();
	const { line, earlier } = call.request ?? {};
	const wanted = line === undefined ? [...new Set(lines)] : [line];
	const steps = wanted.map((each) => stepOf(each, lines, earlier));
	return { steps, lines, counts };
}

/** Puts everything back to the start. `requests` gives those that came since the preparations. */
export async function prepare(call: Call, stage: Stage) {
	const { sandbox } = stage.desk;
	sandbox.reset();
	const act = await call.begin(stage);
	const earlier = sandbox.requests().length;
	return { act, requests: () => sandbox.requests().slice(earlier) };
}

/** Requests without their IDs; those for tokens are n8n's business. */
export const linesOf = (requests: readonly RecordedRequest[]) =>
	requests
		.filter(({ path }) => !path.startsWith('/oauth/'))
		.map(({ method, path }) => `${method} ${path.replace(/\/([A-Z0-9]{7,}|\d+)(?=\/|$)/g, '/{id}')}`);

function stepOf(line: string, lines: readonly string[], earlier = 0): Step {
	const [method = '', path = ''] = line.split(' ');
	const before = lines.flatMap((each, index) => (each === line ? [index] : []))[earlier];
	if (before === undefined)
		throw new Error(`${line} is not sent ${earlier + 1} times, but: ${lines.join(', ')}`);
	return { line, method, path: new RegExp(`^${path.replaceAll('{id}', '[A-Z0-9]+')}$`), earlier, before };
}
