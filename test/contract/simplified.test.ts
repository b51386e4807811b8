import { resources } from '../../nodes/PagerDuty/operations';
import { describeWithOpenApi } from '../support/openapi';
import { listedIn, resolved } from '../support/openapi-schema';
import { bodySchema, documented } from './requests/document';
import { everyOperation, exercises, type Choice } from './requests/operationRequests';
import type { SentRequest } from './requests/sentRequest';

/** What PagerDuty's answers have and its document has not, and what the node makes of several answers. */
const undocumented: Record<string, readonly string[]> = {
	automationAction: ['teams'],
	incident: [
		// Create or Update, Create for Several Services
		...['created', 'correlation_id', 'error', 'error_description'],
		// Get Context
		...['summary', 'alerts', 'notes', 'timeline', 'related_changes', 'service_changes', 'past_incidents'],
		...['related_incidents', 'on_call', 'maintenance_windows', 'missing'],
		// Get Timeline
		...['text', 'seconds_to_first_ack', 'seconds_to_resolve', 'escalation_count', 'reassignment_count'],
	],
	onCall: ['on_call', 'until', 'next', 'escalates_after_minutes'],
	priority: ['color'],
	service: ['service', 'open_incidents', 'ongoing_maintenance', 'next_maintenance', 'on_call'],
	team: ['parent'],
};

/** The properties that the document gives an object in the answer to a request; undefined where it answers other objects. */
function answered({ operation: { answer } }: Choice, request: SentRequest): string[] | undefined {
	const { document, operation } = documented(request);
	const responses = resolved(document, operation.responses);
	const status = Object.keys(responses).find((key) => key.startsWith('2')) ?? '200';
	const body = bodySchema(document, responses[status]);
	const { properties } = listedIn(document, body);
	if ('whole' in answer) return answer.whole in properties ? Object.keys(properties) : undefined;
	const one = 'one' in answer ? properties[answer.one] : undefined;
	const object = one ?? ('list' in answer ? listedIn(document, properties[answer.list]).items : undefined);
	return object === undefined ? undefined : Object.keys(listedIn(document, object).properties);
}

/** All properties of what the operations of a resource answer. */
async function knownOf(resource: string): Promise<Set<string>> {
	const known = new Set(undocumented[resource]);
	for (const choice of everyOperation.filter((each) => each.resource.option.value === resource)) {
		const sent = (await exercises(choice)).flatMap((exercise) => exercise.sent);
		const own = Object.keys(choice.operation.adds?.({}) ?? {});
		for (const name of [...own, ...sent.flatMap((request) => answered(choice, request) ?? [])])
			known.add(name);
	}
	return known;
}

const byResource = resources.map(({ option: { value, name }, operations }) => ({
	resource: value,
	name,
	operations,
}));

// An operation that misspells one would lose it without a sign.
describeWithOpenApi("what Simplify keeps, by PagerDuty's OpenAPI document", () => {
	it.each(byResource)('is in the answers of $name, each property once', async ({ resource, operations }) => {
		const known = await knownOf(resource);
		for (const { option, simple = [] } of operations) {
			const unknown = simple.filter((name) => !known.has(name));
			expect({ operation: option.value, unknown }).toEqual({ operation: option.value, unknown: [] });
			expect(simple).toEqual([...new Set(simple)]);
		}
	});
});
