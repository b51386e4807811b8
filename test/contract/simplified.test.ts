import { describeWithOpenApi } from '../support/openapi';
import { listedIn, resolved } from '../support/openapi-schema';
import { bodySchema, documented } from './requests/document';
import { everyOperation, exercises, type Choice } from './requests/operationRequests';
import type { SentRequest } from './requests/sentRequest';

/** What the document does not say. */
const undocumented: Record<string, readonly string[]> = {
	// The node adds the incident that a note is of.
	incidentNote: ['incident'],
	// The team above: PagerDuty's answers name it.
	team: ['parent'],
};

const simplified = everyOperation.filter(({ operation }) => operation.simple !== undefined);

/** The properties that the document gives an object in the answer to a request; undefined where it answers other objects. */
function answered({ resource }: Choice, request: SentRequest): string[] | undefined {
	const { document, operation } = documented(request);
	const responses = resolved(document, operation.responses);
	const status = Object.keys(responses).find((key) => key.startsWith('2')) ?? '200';
	const { properties } = listedIn(document, bodySchema(document, responses[status]));
	const object = properties[resource.one] ?? listedIn(document, properties[resource.list]).items;
	return object === undefined ? undefined : Object.keys(listedIn(document, object).properties);
}

describeWithOpenApi("what Simplify keeps, by PagerDuty's OpenAPI document", () => {
	it.each(simplified)('is in the answer to $title, each property once', async (choice) => {
		const { simple = [] } = choice.operation;
		const sent = (await exercises(choice)).flatMap((exercise) => exercise.sent);
		const answers = sent.flatMap((request) => answered(choice, request) ?? []);
		expect(answers).not.toHaveLength(0);
		const known = new Set([...answers, ...(undocumented[choice.resource.option.value] ?? [])]);
		expect(simple.filter((name) => !known.has(name))).toEqual([]);
		expect(simple).toEqual([...new Set(simple)]);
	});
});
