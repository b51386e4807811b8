import { openDesk, type Desk } from '../support/operations/desk';
import type { Call } from './calls';
import { play, spans, type Span } from './cell';
import { judge } from './judge';
import { expectOnPage, expectRowsOnPage } from './page';
import { rehearse, type Rehearsal } from './rehearsal';
import { row, tables, wordKey, type Column } from './table';
import { handful, troubles } from './troubles';
import { general, wordsOf } from './words';

/**
 * Lets every trouble strike every request of each call, once and lasting, and holds what comes of it against
 * docs/faults.md. Of calls of one class the first meets them all; the others meet a handful, and fare as the first.
 *
 * @param name of the page's section with the tables
 * @param errorsToo whether the page's table of errors is of these calls; those of other calls are in it, too
 */
export function matrix(name: string, calls: readonly Call[], errorsToo = false): void {
	const columns = new Map<string, { call: Call; words: Map<string, string> }>();
	const errors = new Set<string>();
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(() => desk.sandbox.close());

	describe.each(calls)('$title', (call) => {
		let rehearsal: Rehearsal;
		beforeAll(async () => {
			rehearsal = await rehearse(call, { desk, authentication: 'token' });
			expect(rehearsal.steps).not.toEqual([]);
		});

		describe.each(Object.entries(spans) as Array<[Span, string]>)('%s', (span) => {
			it.each(troublesOf(call))('$name', async (trouble) => {
				for (const step of rehearsal.steps) {
					const cell = { call, trouble, step, span };
					const outcome = await play(cell, { desk, authentication: trouble.authentication ?? 'token' });
					naming(step.line, () => judge(cell, outcome, rehearsal));
					const title = rehearsal.steps.length === 1 ? call.title : `${call.title} (${step.line})`;
					const column = columns.get(title) ?? { call, words: new Map<string, string>() };
					column.words.set(wordKey(trouble.name, span), wordsOf(cell, outcome, rehearsal));
					columns.set(title, column);
					if (outcome.error) errors.add(row([outcome.error.title, outcome.error.description].map(general)));
				}
			});
		});
	});

	it('docs/faults.md says all this', () => {
		// A case that sends more than its operation's own request is judged like all, and compared with none.
		const own = [...columns].filter(
			([title, { call }]) => call.like === undefined || (title === call.title && columns.has(call.like)),
		);
		const all = own.map(([title, { call, words }]): Column => {
			const like = call.like === undefined ? words : columns.get(call.like)?.words;
			for (const [key, said] of words) expect([title, key, said]).toEqual([title, key, like?.get(key)]);
			return { title, words: like ?? words };
		});
		expectOnPage(name, tables(all));
		const head = [row(['Error', 'What it says']), row(['---', '---'])];
		if (errorsToo) expectOnPage('errors', [...head, ...errors].join('\n'));
		else expectRowsOnPage('errors', errors);
	});
}

/** An integration key has no scopes, and nothing renews it. */
const troublesOf = ({ like, integrationKey, scopes, takesAnyObject }: Call) =>
	(like === undefined ? troubles : handful).filter(
		// What needs no scope asks who a token's user is: the sandbox's token for OAuth is an app's, and nobody's.
		({ authentication, name }) =>
			!((integrationKey || scopes.length === 0) && authentication) &&
			!(takesAnyObject && name === 'JSON of another shape'),
	);

/** Jest's report names call, span and trouble; which of the requests it was stands in the message. */
function naming(line: string, check: () => void): void {
	try {
		check();
	} catch (error) {
		if (error instanceof Error) error.message = `${line}: ${error.message}`;
		throw error;
	}
}
