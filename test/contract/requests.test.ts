import '../support/waits';
import { PagerDutyAppOAuth2Api } from '../../credentials/PagerDutyAppOAuth2Api.credentials';
import { describeWithOpenApi } from '../support/openapi';
import { parametersOf } from '../support/openapi-operation';
import { documented, documentedScopes } from './requests/document';
import { fixedChoices } from '../support/operations/fieldValues';
import {
	everyOperation,
	exercises,
	isSent,
	plainly,
	refusals,
	requestsOf,
	situations,
	type Exercise,
} from './requests/operationRequests';
import { problemsOf, undocumented } from './requests/sentRequest';

describeWithOpenApi("the PagerDuty node, by PagerDuty's OpenAPI document", () => {
	describe.each(everyOperation)('$title', (choice) => {
		let exercised: Exercise[];
		let plain: Awaited<ReturnType<typeof plainly>>;

		beforeAll(async () => {
			exercised = await exercises(choice);
			plain = await plainly(choice, exercised);
		});

		it('sends what the document allows, whatever is in its fields', () => {
			const sent = exercised.flatMap((exercise) => exercise.sent);
			expect(sent).not.toHaveLength(0);
			expect(problemsOf(sent).filter((problem) => !undocumented.test(problem))).toEqual([]);
		});

		it('accepts every value that its form offers or suggests', () => {
			const refused = exercised.filter(({ form }) => form === undefined);
			expect(refused.map(({ field, value, refusal }) => [field.displayName, value, refusal])).toEqual([]);
		});

		it('lets every field have its part in what is sent', () => {
			const names = (of: Exercise[]) => [...new Set(of.map(({ field }) => field.name))];
			const asked = exercised.filter(({ field }) => isSent(choice, field.name));
			const telling = asked.filter(
				// Where nothing less is accepted, the plain form is plain by this field.
				({ sent, field, form }) =>
					field.required ||
					JSON.stringify(form) === JSON.stringify(plain.form) ||
					JSON.stringify(sent) !== JSON.stringify(plain.sent),
			);
			expect(names(telling)).toEqual(names(asked));
		});

		it.each(situations)('sends what the document allows $name', async ({ recording }) => {
			const { sent } = await requestsOf(choice, recording(plain.form));
			expect(sent).not.toHaveLength(0);
			expect(problemsOf(sent).filter((problem) => !undocumented.test(problem))).toEqual([]);
		});

		it('offers the From user exactly where the document has that header', () => {
			const sent = exercised.flatMap((exercise) => exercise.sent);
			const isBooked = sent.some((request) =>
				parametersOf(documented(request), 'header').some(({ name }) => name === 'From'),
			);
			expect(choice.operation.hasFromUser).toBe(isBooked);
		});

		it('names the OAuth scopes that the document asks for, no more and no less', async () => {
			const forms = [plain.form, ...exercised.map(({ form }) => form).filter((form) => form !== undefined)];
			const runs = await Promise.all([
				...situations.map(({ recording }) => requestsOf(choice, recording(plain.form))),
				...refusals.flatMap(({ recording }) => forms.map((form) => requestsOf(choice, recording(form)))),
			]);
			const sent = [...exercised, ...runs].flatMap((run) => run.sent);
			const asked = new Set(sent.flatMap(documentedScopes));
			expect([...choice.operation.scopes].sort()).toEqual([...asked].sort());
		});
	});

	it('offers every scope that an operation needs in the OAuth credential', () => {
		const scopes = new PagerDutyAppOAuth2Api().properties.find(({ name }) => name === 'appScopes');
		const needed = everyOperation.flatMap(({ operation }) => operation.scopes);
		expect(scopes && fixedChoices(scopes)).toEqual(expect.arrayContaining(needed));
	});
});
