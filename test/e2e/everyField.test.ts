import type { INodeProperties } from 'n8n-workflow';

import { sandboxIntegrationKeys, sandboxKeys, type Sandbox } from '../../sandbox';
import { fullForms } from '../contract/requests/fullForms';
import { everyOperation, fieldsOfTheEngine } from '../contract/requests/operationRequests';
import type { SentRequest } from '../contract/requests/sentRequest';
import type { CredentialIds } from '../support/n8n';
import { membersOf } from '../support/operations/fieldValues';
import { describeWithOpenApi } from '../support/openapi';
import { answering, openDocumentedPagerDuty } from './documentedPagerDuty';
import { runForms, type NamedForm } from './formsInN8n';
import { openStage } from './stage';

jest.setTimeout(240_000);

const fromEmail = 'of-the-credential@example.com';

/** Fields whose part in requests and output does not show with answers in which all objects are alike. */
const unseen: Record<string, string[]> = {
	// No row of the list has this ID.
	'incident:getAll': ['excludeIncidentId'],
	// In the link of the question.
	'incident:sendAndWait': ['resolveAfterAnswer'],
	// The incident that was found keeps its policy.
	'incident:upsert': ['escalationPolicyId'],
	// There is nothing to count among such answers, and the heads of files are not compared: test/sandbox/report shows these.
	'report:incidents': [
		...['files', 'rowsPerList', 'logoUrl', 'officeDays', 'officeEnd', 'officeStart', 'paper', 'timeZone'],
	],
	// The post has that title already.
	'statusPagePost:update': ['title'],
};

describeWithOpenApi('every operation with all its fields in a real n8n 2.41', () => {
	const stage = openStage();
	const forms: NamedForm[] = [];
	const credentials: CredentialIds = {};
	let ended: Awaited<ReturnType<typeof runForms>>;
	let since: number;
	let server: Awaited<ReturnType<typeof openDocumentedPagerDuty>>;

	beforeAll(async () => {
		jest.useFakeTimers();
		since = Date.now();
		try {
			for (const choice of everyOperation) {
				const made = await fullForms(choice, { fromEmail, answering });
				made.forEach((form) => forms.push({ ...form, choice, name: `form${forms.length}` }));
			}
		} finally {
			jest.useRealTimers();
		}
		server = await openDocumentedPagerDuty();
		const place = { region: 'custom', baseUrl: `=${server.url}/{{ $json.form }}` };
		for (const [type, data] of Object.entries({
			pagerDutyTokenApi: { apiToken: 'key', fromEmail },
			pagerDutyEventsApi: { integrationKey: '0'.repeat(32) },
		})) {
			const credential = { name: 'Of the form', type, data: { ...place, ...data } };
			credentials[type] = (await stage.n8n.client.credentials.create(credential)).id;
		}
		ended = await runForms(stage.n8n, forms, credentials);
	});
	afterAll(async () => {
		for (const id of Object.values(credentials)) await stage.n8n.client.credentials.remove(id);
		await server?.close();
	});

	it.each(everyOperation)(
		'$title sends what its fields say, and gives out what comes back',
		({ title, operation }) => {
			const own = forms.filter(({ choice }) => choice.title === title);
			const told = own.flatMap(({ telling }) => telling);
			const untold = namesOf(operation.fields).filter((name) => !told.includes(name));
			expect(untold.filter((name) => !fieldsOfTheEngine.includes(name))).toEqual(unseen[title] ?? []);
			expect(own).not.toHaveLength(0);
			for (const form of own) {
				const sent = server.sentBy(form.name);
				expect(comparableRequests(sent, since)).toEqual(comparableRequests(form.sent, since));
				const { status, data } = ended.get(form) ?? {};
				const output = data?.resultData.runData[form.name]?.[0]?.data?.main[0] ?? [];
				const items = output.map(({ json }) => json);
				if (operation.waits) expect(status).toBe('waiting');
				// It says where it found PagerDuty, and how quickly.
				else if (title === 'account:checkHealth') expect(items).toHaveLength(1);
				else expect(comparable(items, since)).toEqual(comparable(form.items, since));
			}
		},
	);

	it.each(everyOperation)('$title sends nothing that the sandbox does not know', async ({ title }) => {
		const sent = forms
			.filter(({ choice }) => choice.title === title)
			.flatMap(({ name }) => server.sentBy(name));
		expect(sent).not.toHaveLength(0);
		for (const request of sent) expect(await mistakesIn(request, stage.sandbox)).toEqual([]);
	});
});

/** Refused for the values that the forms happen to have: made-up IDs, ten years as a range, a window that is over, an account's key. */
const ofTheValues =
	/Service not found: P|range must be less than three months|must be in the future|belongs to no user/;

/** What a sandbox has against the fields of a request. */
async function mistakesIn({ method, path, query, body }: SentRequest, { url }: Sandbox) {
	const answer = await fetch(`${url}${path}?${query}`, {
		method,
		headers: {
			accept: 'application/vnd.pagerduty+json;version=2',
			'content-type': 'application/json',
			authorization: `Token token=${sandboxKeys.account}`,
			from: sandboxKeys.userEmail,
		},
		...(body && {
			body: JSON.stringify(
				'routing_key' in body ? { ...body, routing_key: sandboxIntegrationKeys['Checkout API'] } : body,
			),
		}),
	});
	const text = await answer.text();
	return answer.status === 400 && !ofTheValues.test(text) ? [`${method} ${path}?${query}: ${text}`] : [];
}

/** The members of collections in their place. */
const namesOf = (fields: readonly INodeProperties[]): string[] =>
	fields.flatMap((field) => {
		if (field.type === 'collection') return namesOf(membersOf(field));
		return field.type === 'notice' ? [] : [field.name];
	});

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
