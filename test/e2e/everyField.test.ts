import type { INodeProperties } from 'n8n-workflow';

import { fullForms, type FullForm } from '../contract/requests/fullForms';
import { everyOperation, fieldsOfTheEngine, type Choice } from '../contract/requests/operationRequests';
import type { SentRequest } from '../contract/requests/sentRequest';
import type { Execution, Workflow } from '../support/n8nTypes';
import { membersOf } from '../support/operations/fieldValues';
import { describeWithOpenApi } from '../support/openapi';
import { answering, openDocumentedPagerDuty } from './documentedPagerDuty';
import { openStage } from './stage';
import { byHand, pagerDuty } from './workflowParts';

jest.setTimeout(120_000);

const fromEmail = 'of-the-credential@example.com';

/** Fields whose part in requests and output does not show with answers in which all objects are alike. */
const unseen: Record<string, string[]> = {
	// No row of the list has this ID.
	'incident:getAll': ['excludeIncidentId'],
	// In the link of the question.
	'incident:sendAndWait': ['resolveAfterAnswer'],
	// The incident that was found keeps its policy.
	'incident:upsert': ['escalationPolicyId'],
	// It and Custom Fields name the same custom field.
	'incident:setCustomFields': ['customFieldsJson'],
	// The post has that title already.
	'statusPagePost:update': ['title'],
};

/** A form in a node of its own, with the same name in the workflow and in the addresses of its requests. */
interface Filled extends FullForm {
	readonly name: string;
	readonly choice: Choice;
}

describeWithOpenApi('every operation with all its fields in a real n8n 2.41', () => {
	const stage = openStage();
	const forms: Filled[] = [];
	const ended = new Map<Filled, Execution>();
	let since: number;
	let server: Awaited<ReturnType<typeof openDocumentedPagerDuty>>;

	beforeAll(async () => {
		jest.useFakeTimers();
		since = Date.now();
		for (const choice of everyOperation) {
			const made = await fullForms(choice, { fromEmail, answering });
			made.forEach((form) => forms.push({ ...form, choice, name: `form${forms.length}` }));
		}
		jest.useRealTimers();
		server = await openDocumentedPagerDuty();
		const place = { region: 'custom', baseUrl: `=${server.url}/{{ $json.form }}` };
		const credentials: Record<string, string> = {};
		for (const [type, data] of Object.entries({
			pagerDutyTokenApi: { apiToken: 'key', fromEmail },
			pagerDutyEventsApi: { integrationKey: '0'.repeat(32) },
		})) {
			const credential = { name: 'Of the form', type, data: { ...place, ...data } };
			credentials[type] = (await stage.n8n.client.credentials.create(credential)).id;
		}
		// What waits for a person ends its execution for the time being.
		const waiting = forms.filter(({ choice }) => choice.operation.waits);
		for (const together of [
			forms.filter((form) => !waiting.includes(form)),
			...waiting.map((form) => [form]),
		]) {
			const { id } = await stage.n8n.create(sideBySide(together), credentials);
			const { executionId } = await stage.n8n.client.workflows.run(id, byHand.name);
			const execution = await stage.n8n.client.executions.rested(String(executionId), 60_000);
			together.forEach((form) => ended.set(form, execution));
		}
		for (const id of Object.values(credentials)) await stage.n8n.client.credentials.remove(id);
	});
	afterAll(async () => await server?.close());

	it.each(everyOperation)(
		'$title sends what its fields say, and gives out what comes back',
		({ title, operation }) => {
			const own = forms.filter(({ choice }) => choice.title === title);
			expect(own).not.toHaveLength(0);
			const filledIn = own.flatMap(({ telling }) => telling);
			const untold = namesOf(operation.fields).filter((name) => !filledIn.includes(name));
			expect(untold.filter((name) => !fieldsOfTheEngine.includes(name))).toEqual(unseen[title] ?? []);
			for (const form of own) {
				expect(comparableRequests(server.sentBy(form.name), since)).toEqual(
					comparableRequests(form.sent, since),
				);
				const { status, data } = ended.get(form) ?? {};
				if (form.choice.operation.waits) {
					expect(status).toBe('waiting');
					continue;
				}
				// It says where it found PagerDuty, and how quickly.
				if (title === 'account:checkHealth') continue;
				const items = data?.resultData.runData[form.name]?.[0]?.data?.main[0] ?? [];
				expect(
					comparable(
						items.map(({ json }) => json),
						since,
					),
				).toEqual(comparable(form.items, since));
			}
		},
	);
});

/** The members of collections in their place. */
const namesOf = (fields: readonly INodeProperties[]): string[] =>
	fields.flatMap((field) => {
		if (field.type === 'collection') return namesOf(membersOf(field));
		return field.type === 'notice' ? [] : [field.name];
	});

/** A node for each form, fed by one item each. */
function sideBySide(forms: readonly Filled[]): Workflow {
	const fork = {
		name: 'Fork',
		type: 'n8n-nodes-base.switch',
		typeVersion: 3.2,
		position: [0, 0] as [number, number],
		parameters: { mode: 'expression', numberOutputs: forms.length, output: '={{ $json.at }}' },
	};
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	return {
		name: 'every field',
		nodes: [
			byHand,
			fork,
			...forms.map(({ name, choice: { resource, operation }, form }) =>
				pagerDuty(
					name,
					{ resource: resource.option.value, operation: operation.option.value, ...form },
					{ onError: 'continueRegularOutput' },
				),
			),
		],
		connections: { Start: { main: [to('Fork')] }, Fork: { main: forms.map(({ name }) => to(name)) } },
		settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' },
		pinData: { Start: forms.map(({ name }, at) => ({ json: { at, form: name } })) },
	};
}

/**
 * Without what is another in each execution: the key of an incident, the link of a question, and the moment. Times are
 * rounded to ten minutes from the moment at which the forms were made, which no time zone survives.
 */
function comparable(what: unknown, since: number): unknown {
	const text = JSON.stringify(what)
		.replace(/\bn8n-[0-9a-f]{32}/g, 'n8n-key')
		.replace(/https?:[^"\\ ]+webhook-waiting[^"\\ ]+/g, 'https://link')
		.replace(/open for \d+ \w+/g, 'open for a while')
		.replace(/\d{4}-\d\d-\d\dT\d\d:[\d:.]+(?:Z|[+-]\d\d:\d\d)?/g, (time) => {
			const minutes = 10 * Math.round((Date.parse(time) - since) / 600_000);
			return `${minutes} minutes from now`;
		});
	return JSON.parse(text);
}

/** What fields have a part in. Reads may leave side by side, in any order. */
const comparableRequests = (sent: readonly SentRequest[], since: number) =>
	sent
		.map(({ method, path, query, headers, body }) => ({
			request: `${method} ${path}`,
			query: [...new URLSearchParams(query)],
			from: new Headers(headers).get('from'),
			body,
		}))
		.map((request) => comparable(request, since))
		.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
