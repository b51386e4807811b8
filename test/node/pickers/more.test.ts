import '../../support/waits';
import { listSearch, loadOptions } from '../../../nodes/PagerDuty/fields/pickers';
import { listServer } from '../listServer';
import { pagerDutyServer } from '../pagerDutyServer';
import { loadList, searchList } from './loadOptionsHost';

const keysOf = <Key extends string>(object: Record<Key, unknown>) => Object.keys(object) as Key[];

/**
 * What PagerDuty gives whole, what goes on from a cursor, and what is listed within something that a field above picks:
 * these have no offset to run out of.
 */
const others: readonly string[] = [
	...['loadIncidentTypeIds', 'loadIncidentTypes', 'searchIncidentTypes', 'searchIncidentNotes'],
	...['searchAutomationActions', 'searchInvocations', 'searchRunners', 'searchScheduleOverrides'],
	...['loadStatusPageStatuses', 'searchStatusPages', 'searchStatusPageImpacts', 'searchStatusPagePosts'],
	...['searchStatusPageServices', 'searchStatusPageSeverities', 'searchStatusPageStatuses'],
];
const searches = keysOf(listSearch).filter((name) => !others.includes(name));
const loaders = keysOf(loadOptions).filter((name) => !others.includes(name));

const nameOf = (method: string) =>
	({
		loadOpenIncidents: 'incidents',
		searchFromUsers: 'users',
		searchIncidentAlerts: 'alerts',
		searchLogEntries: 'log_entries',
		searchStatusTemplates: 'templates',
		searchEscalationPolicies: 'escalation_policies',
	})[method] ??
	method
		.replace(/^(search|load)/, '')
		.replace(/(?<=.)[A-Z]/g, '_$&')
		.toLowerCase();

/** An account that has more of everything than PagerDuty hands out. */
function hugeAccount(method: string): void {
	const rows = Array.from({ length: 10_200 }, (_, index) => ({
		id: `P${index}`,
		name: 'Mail',
		title: 'Mail',
		summary: 'Mail',
		email: `${index}@example.com`,
	}));
	listServer(rows, {}, nameOf(method));
}

describe('in an account with more rows than PagerDuty hands out', () => {
	it.each(loaders)('%s offers those that it hands out, and no error', async (method) => {
		hugeAccount(method);
		expect(await loadList(method)).toHaveLength(10_000);
	});

	it.each(searches)('%s can be scrolled to its end without an error', async (method) => {
		hugeAccount(method);
		const seen = new Set<unknown>();
		let token: string | undefined;
		do {
			const page = await searchList(method, undefined, token);
			for (const { value } of page.results) seen.add(value);
			token = page.paginationToken === undefined ? undefined : String(page.paginationToken);
		} while (token !== undefined);
		expect(seen.size).toBeGreaterThanOrEqual(10_000);
	});

	it.each(searches)('%s finds something by a text, without an error', async (method) => {
		hugeAccount(method);
		const { results } = await searchList(method, 'mail');
		expect(results.length).toBeGreaterThanOrEqual(100);
	});
});

describe('the address of an entry, which n8n opens on a click', () => {
	it.each([
		['https://acme.pagerduty.com/services/PABC123', 'https://acme.pagerduty.com/services/PABC123'],
		['javascript:alert(document.cookie)', undefined],
		['http://acme.pagerduty.com/services/PABC123', undefined],
		['data:text/html,<script>alert(1)</script>', undefined],
		[' https://acme.pagerduty.com', undefined],
		[null, undefined],
		[42, undefined],
	])('%s is passed on as %s', async (html_url, url) => {
		pagerDutyServer(() => ({ body: { services: [{ id: 'PABC123', name: 'Mail', html_url }], more: false } }));
		const { results } = await searchList('searchServices');
		expect(results).toEqual([{ name: 'Mail', value: 'PABC123', ...(url ? { url } : {}) }]);
		expect(await loadList('loadServices')).toEqual(results);
	});
});
