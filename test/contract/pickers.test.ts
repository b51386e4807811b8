import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { PagerDutyAppOAuth2Api } from '../../credentials/PagerDutyAppOAuth2Api.credentials';
import { PagerDuty } from '../../nodes/PagerDuty/PagerDuty.node';
import { PagerDutyPollingTrigger } from '../../nodes/PagerDuty/PagerDutyPollingTrigger.node';
import { PagerDutyTrigger } from '../../nodes/PagerDuty/PagerDutyTrigger.node';
import { describeWithOpenApi } from '../support/openapi';
import { documentedScopes } from './requests/document';
import { refusal } from './requests/documentedAnswer';
import { fixedChoices } from '../support/operations/fieldValues';
import { node, recorder, type Answering } from './requests/recorder';
import { problemsOf } from './requests/sentRequest';

/** A node's open form, signed in with OAuth. */
function form(answering?: Answering) {
	const { sent, httpRequestWithAuthentication } = recorder(answering);
	const host = {
		getNode: () => node,
		// What a list of another object's parts belongs to.
		getCurrentNodeParameter: (_name: string) => ({ __rl: true, mode: 'id', value: 'PABC123' }),
		getNodeParameter: (_name: string, _fallback?: unknown) => 'oAuth2',
		getCredentials: async (_type: string): Promise<object> => ({ region: 'eu', apiToken: 'key' }),
		helpers: { httpRequestWithAuthentication },
	} as ILoadOptionsFunctions;
	return { host, sent };
}

const { listSearch, resourceMapping } = new PagerDuty().methods;
const loadOptions = {
	...new PagerDuty().methods.loadOptions,
	...new PagerDutyTrigger().methods.loadOptions,
	...new PagerDutyPollingTrigger().methods.loadOptions,
};

const searches = Object.entries(listSearch).map(([name, search]) => ({ name, search }));
const loaders = Object.entries(loadOptions).map(([name, load]) => ({ name, load }));

/** Reads a picker as its user scrolls it: page after page to the end. */
async function scroll(
	search: (typeof searches)[number]['search'],
	host: ILoadOptionsFunctions,
	text?: string,
): Promise<number> {
	let token: unknown;
	let entries = 0;
	do {
		const page = await search.call(host, text, token === undefined ? undefined : String(token));
		entries += page.results.length;
		token = page.paginationToken;
	} while (token !== undefined);
	return entries;
}

/** The error that a user without the right sees. */
async function deniedError(ask: (host: ILoadOptionsFunctions) => Promise<unknown>) {
	const { host, sent } = form(() => refusal(403, 2010, 'Access Denied'));
	const error: unknown = await ask(host).catch((thrown: unknown) => thrown);
	const description = error instanceof Error ? String(Reflect.get(error, 'description')) : '';
	return { description, scopes: sent.flatMap(documentedScopes) };
}

describeWithOpenApi("the pickers, by PagerDuty's OpenAPI document", () => {
	it.each(searches)('$name sends what the document allows, to the last page', async ({ search }) => {
		const { host, sent } = form();
		// What PagerDuty gives whole, it gives at once.
		const entries = await scroll(search, host);
		expect(entries).toBeGreaterThan(sent.some(({ query }) => query.includes('limit=')) ? 200 : 20);
		expect(problemsOf(sent)).toEqual([]);
	});

	it.each(searches)('$name sends what the document allows for a search text', async ({ search }) => {
		const { host, sent } = form();
		expect(await scroll(search, host, 'entry 2 & "más"')).toBeGreaterThanOrEqual(0);
		expect(sent).not.toHaveLength(0);
		expect(problemsOf(sent)).toEqual([]);
	});

	it.each(loaders)('$name sends what the document allows, and loads every page', async ({ load }) => {
		const { host, sent } = form();
		expect((await load.call(host)).length).toBeGreaterThan(0);
		expect(problemsOf(sent)).toEqual([]);
	});

	it.each([
		['of the picked incident', () => ({ __rl: true, mode: 'id', value: 'PABC123' })],
		['of the chosen type', (name: string) => (name === 'incidentId' ? undefined : 'security_incident')],
		['of all types, where an expression says which', () => '={{ $json.id }}'],
	])('getIncidentCustomFields loads the fields %s, with what the document allows', async (_, parameter) => {
		const { host, sent } = form();
		const getCurrentNodeParameter = (name: string) => parameter(name);
		const { getIncidentCustomFields } = resourceMapping;
		const { fields } = await getIncidentCustomFields.call({ ...host, getCurrentNodeParameter });
		expect(fields.length).toBeGreaterThan(0);
		expect(sent.filter(({ path }) => path.endsWith('/custom_fields'))).not.toHaveLength(0);
		expect(problemsOf(sent)).toEqual([]);
	});

	it.each([
		...searches.map(({ name, search }) => ({
			name,
			ask: (host: ILoadOptionsFunctions) => scroll(search, host),
		})),
		...loaders.map(({ name, load }) => ({ name, ask: (host: ILoadOptionsFunctions) => load.call(host) })),
	])(
		'$name names the scope of the document when it is missing, one that the credential offers',
		async ({ ask }) => {
			const { description, scopes } = await deniedError(ask);
			// PagerDuty names no scope for automation actions.
			if (scopes.length === 0) return expect(description).toContain('PagerDuty names no scope for it');
			expect(scopes).toHaveLength(1);
			expect(description).toContain(`needs the scope ${scopes[0]}:`);
			const offered = new PagerDutyAppOAuth2Api().properties.find(({ name }) => name === 'appScopes');
			expect(offered && fixedChoices(offered)).toContain(scopes[0]);
		},
	);
});
