import type { Cell, Outcome } from './cell';
import type { Rehearsal } from './rehearsal';
import type { Trouble } from './troubles';

/** What an error must tell people to do, by the trouble that it is about. */
function adviceOn({ trouble: { name, authentication }, step, call: { scopes } }: Cell): RegExp {
	// Events go out with an integration key, and with nothing else.
	if (step.line.endsWith('/enqueue') && /^40[13]/.test(name)) return /integration key.*check the Region/;
	if (name.startsWith('429')) return /limits the rate/;
	if (name.startsWith('401')) return authentication ? /connect again/ : /check the key and the Region/;
	if (name.startsWith('402')) return /plan of this account/;
	if (name.startsWith('403')) return authentication ? new RegExp(scopes.join(' and ')) : /may be read-only/;
	return /status\.pagerduty\.com|Check the Region and the Base URL|Look in PagerDuty/;
}

/** Whether nobody can know from the answer if PagerDuty did what it was asked. */
const isUnclear = ({ trouble, step, call }: Cell) =>
	trouble.passes &&
	// A refusal shows by its status, however its text breaks off.
	!(call.isRefused && trouble.name === 'JSON that breaks off') &&
	trouble.strike !== 'refused' &&
	// PagerDuty itself says nothing when it has deleted something.
	!(step.method === 'DELETE' && trouble.name === 'an empty body') &&
	!/^4\d\d/.test(trouble.name) &&
	step.method !== 'GET' &&
	!call.reads;

const isRefusal = ({ passes, name }: Trouble) => !passes && /^4\d\d/.test(name);

/** What must hold whatever the page says. @throws where it does not */
export function judge(cell: Cell, outcome: Outcome, rehearsal: Rehearsal): void {
	const { trouble, span, call } = cell;
	const { error, struck, counts, afterwards, seconds, patience } = outcome;

	// It really went wrong.
	if (span === 'once') expect({ struck }).toEqual({ struck: trouble.times ?? 1 });
	else expect(struck).toBeGreaterThan(0);
	// What is refused for good is not asked for again.
	if (isRefusal(trouble) && !call.proof) expect(struck).toBeLessThanOrEqual(most(cell, outcome));

	expect(patience).toBeLessThanOrEqual(30_000);
	// What an activation made before it failed is taken back, and n8n calls `delete` as well. Of many items five are
	// looked up at a time, and the waits of all five count.
	expect(seconds).toBeLessThanOrEqual(
		longest * (error?.items ? 5 : call.proof ? 4 : (call.atOnce ?? call.parts ?? 1)),
	);

	// Nothing more than it would have been without trouble, and after a success nothing less.
	// What could not be deleted is still there.
	const left = error && cell.step.method === 'DELETE' ? 1 : 0;
	const written = call.logsRepeats ? [] : (['logEntries'] as const);
	for (const what of ['incidents', 'notes', ...written] as const)
		expect({ what, more: Math.max(0, counts[what] - rehearsal.counts[what] - left) }).toEqual({
			what,
			more: 0,
		});
	const { logEntries } = counts;
	if (!error) expect(counts).toEqual({ ...rehearsal.counts, ...(call.logsRepeats ? { logEntries } : {}) });
	// A subscription may be left behind when PagerDuty is down; n8n's next try puts it right.
	if (call.proof) expect(afterwards).toEqual(rehearsal.counts);
	else expect(counts.subscriptions).toBe(rehearsal.counts.subscriptions);

	if (trouble.passes && span === 'once' && !(call.once && isUnclear(cell)))
		expect({ error }).toEqual({ error: undefined });
	if (!error) return;
	// Of several parts it is said first how many failed.
	const title = call.parts
		? error.title.replace(/^(\d of \d \w+ failed|All incidents are open, but .* missing): /, '')
		: error.title;
	if (trouble.title) expect(title).toBe(trouble.title);
	expect(`${error.title} ${error.description}`).not.toMatch(/<|nginx|undefined|\[object|\.\./);
	expect(error.description).toMatch(adviceOn(cell));
	if (isUnclear(cell) && !call.proof) expect(error.description).toMatch(/Nobody knows/);
}

/** How many requests may be refused: each of many items is asked about alone where nobody can know that it is in vain. */
const most = ({ trouble, span, call }: Cell, { error }: Outcome) => {
	if (!error?.items) return call.atOnce ?? call.parts ?? 1;
	return span === 'down' && trouble.name === '403, API key' ? 2 * error.items : 1;
};

/** Seconds: five minutes of waiting for one request, and five times 30 seconds without an answer. */
const longest = 300 + 5 * 30;
