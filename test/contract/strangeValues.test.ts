import { tryToParseDateTime } from 'n8n-workflow';

import '../support/waits';
import { describeWithOpenApi } from '../support/openapi';
import { everyOperation, exercises, requestsOf, type Exercise } from './requests/operationRequests';
import { problemsOf, undocumented } from './requests/sentRequest';
import { strangeFillings, swap } from '../support/operations/variants';

/** What an expression, a program or a language model may put into a field, whatever its form says. */
const strangeValues: Array<readonly [string, unknown]> = [
	['a number', 4711],
	['zero', 0],
	['a fraction', 1.5],
	['not a number', NaN],
	['infinity', Infinity],
	['true', true],
	['false', false],
	['nothing', null],
	['no text', ''],
	['space', '   '],
	['an object', { summary: 'Disk full', level: 3 }],
	['an object without members', {}],
	['a nested object', { a: { b: [1, { c: null }] }, d: 'e' }],
	['an object with an id', { id: 'PABC123', type: 'service_reference' }],
	['an object whose id is an object', { id: { id: 'PABC123' } }],
	['an object with a number as id', { id: 4711 }],
	['a list', ['one', 2, null]],
	['a list without entries', []],
	['lists in lists', [[['PABC123']], []]],
	['a list of objects with ids', [{ id: 'PABC123' }, { id: 'PDEF456' }]],
	['a list as text', '["PABC123"]'],
	['an object as text', '{"id":"PABC123"}'],
	['broken JSON', '["PABC123"'],
	['a date', new Date('2026-01-31T14:30:00Z')],
	['no date', new Date(NaN)],
	['a luxon date', tryToParseDateTime('2026-01-31T14:30:00Z', 'utc')],
	['no luxon date', tryToParseDateTime('2026-01-31T14:30:00Z', 'utc').setZone('Mars/Olympus')],
	['a big integer', 4711n],
	['prototype keys', JSON.parse('{"__proto__":{"id":"PABC123"},"constructor":1}')],
	['long text', 'ä🔥'.repeat(30_000)],
	['a function', () => 'text'],
	['an object that contains itself', circular()],
];

function circular() {
	const object: Record<string, unknown> = { name: 'loop' };
	object.self = object;
	return object;
}

/** How the validator speaks when its own words come through. */
const jargon =
	/\[object|expected|received|\brequired\b|invalid|string must|array must|must contain|undefined|\bNaN,|zod/i;

const literally = (text: string) => text.replace(/[()]/g, '\\$&');

/** A dry run sends nothing. */
const isDry = ({ field }: Exercise, given: unknown) => field.name === 'dryRun' && given === true;

describeWithOpenApi('what no form would give', () => {
	describe.each(everyOperation)('$title', (choice) => {
		let fields: Exercise[];
		beforeAll(async () => {
			const accepted = (await exercises(choice)).filter(({ form }) => form !== undefined);
			fields = [...new Map(accepted.reverse().map((exercise) => [exercise.field, exercise])).values()];
		});

		it.each(strangeValues)(
			'becomes a good request, or an error that names the field: %s',
			async (_, value) => {
				expect(fields).not.toHaveLength(0);
				for (const exercise of fields) {
					for (const given of strangeFillings(exercise.field, value)) {
						const form = swap(exercise.form ?? {}, exercise.field, given);
						const { sent, error } = await requestsOf(choice, { items: [form], fromEmail: 'a@example.com' });
						if (error === undefined && !isDry(exercise, given)) expect(sent).not.toHaveLength(0);
						if (error !== undefined)
							expect(error).toMatch(
								new RegExp(`"(Update Fields|.*${literally(exercise.field.displayName)}.*)"`),
							);
						expect(`${exercise.field.displayName}: ${error ?? ''}`).not.toMatch(jargon);
						expect(problemsOf(sent).filter((problem) => !undocumented.test(problem))).toEqual([]);
						expect(JSON.stringify(sent)).not.toContain('[object');
					}
				}
			},
		);
	});
});
