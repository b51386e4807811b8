import { describeWithOpenApi } from '../support/openapi';
import { offeredChoices, type OfferedChoices } from './requests/offeredChoices';
import { everyOperation, exercises } from './requests/operationRequests';

/** What PagerDuty allows and our forms leave out on purpose. */
const leftOut: Record<string, string> = {
	'GET query sort_by: name': 'the same as name:asc',
	'GET query sort_by: created_at': 'the same as created_at:asc',
	'GET query sort_by: resolved_at': 'the same as resolved_at:asc',
	'GET query include[]: subdomains': 'no document says what it brings',
	'GET query include[]: privileges': 'no document says what it brings',
	'GET query include[]: calendar_urls': 'who has such an address reads the calendar: it is a secret',
};

/** Dropdowns that choose what to ask, or how, and are not sent themselves. */
const neverSent = [
	'assignTo',
	'countBy',
	'durationUnit',
	'ends',
	'files',
	'ifSomeFail',
	'ifTooLong',
	'officeDays',
	'onCallOf',
	'paper',
	'period',
	'scope',
];

describeWithOpenApi("the choices of the node's forms, by PagerDuty's OpenAPI document", () => {
	describe.each(everyOperation)('$title', (choice) => {
		let choices: OfferedChoices[];
		let dropdowns: string[];

		beforeAll(async () => {
			const exercised = await exercises(choice);
			choices = offeredChoices(exercised);
			dropdowns = exercised
				.filter(({ field }) => ['options', 'multiOptions'].includes(field.type) && !field.typeOptions)
				.filter(({ field }) => !neverSent.includes(field.name))
				.map(({ field }) => field.displayName);
		});

		it('sends the choices of every dropdown somewhere', () => {
			expect(new Set(choices.map(({ field }) => field))).toEqual(new Set(dropdowns));
		});

		it('offers nothing that PagerDuty does not know', () => {
			const unknown = choices.flatMap(({ place, offered, allowed }) =>
				offered.filter((value) => allowed?.includes(value) === false).map((value) => `${place}: ${value}`),
			);
			expect(unknown).toEqual([]);
		});

		it('offers all that PagerDuty knows', () => {
			const missing = choices.flatMap(({ place, offered, allowed = [] }) =>
				allowed.filter((value) => !offered.includes(value)).map((value) => `${place}: ${value}`),
			);
			expect(missing.filter((choice) => !(choice in leftOut))).toEqual([]);
		});
	});
});
