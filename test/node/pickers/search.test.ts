import '../../support/waits';
import { number } from '../listServer';
import { line, pagerDutyServer, refusal } from '../pagerDutyServer';
import { apiToken } from '../pagerDutyNode';
import { searchList } from './loadOptionsHost';

/** Hands out `count` rows of a list, made by `row`. */
const list = (name: string, count: number, row: (index: number) => object) =>
	pagerDutyServer((request) => {
		const end = Math.min(count, number(request, 'offset') + number(request, 'limit'));
		const indexes = Array.from({ length: end }, (_, index) => index).slice(number(request, 'offset'));
		return { body: { [name]: indexes.map(row), more: end < count } };
	});

describe('The list of services', () => {
	const row = (index: number) => ({
		id: `PSERV${index}`,
		name: `Service ${index}`,
		html_url: `https://a.pagerduty.com/${index}`,
	});

	it('is searched by PagerDuty and shows names, ids and addresses', async () => {
		const requests = list('services', 1, row);
		const { results, paginationToken } = await searchList('searchServices', ' mail ');
		expect(requests.map(line)).toEqual(['GET /services?query=mail&limit=100&offset=0']);
		expect(requests[0]?.headers.authorization).toBe(`Token token=${apiToken}`);
		expect(results).toEqual([{ name: 'Service 0', value: 'PSERV0', url: 'https://a.pagerduty.com/0' }]);
		expect(paginationToken).toBeUndefined();
	});

	it('goes on page by page to its end', async () => {
		list('services', 230, row);
		const names: string[] = [];
		let token: string | undefined;
		let pages = 0;
		do {
			const page = await searchList('searchServices', '', token);
			names.push(...page.results.map(({ name }) => name));
			token = page.paginationToken === undefined ? undefined : String(page.paginationToken);
			pages++;
		} while (token !== undefined && pages < 10);
		expect(pages).toBe(3);
		expect(names).toEqual(Array.from({ length: 230 }, (_, index) => `Service ${index}`));
	});

	it('says what is wrong when the key may not read it', async () => {
		pagerDutyServer(() => refusal(403, 'Access Denied', 2010));
		await expect(searchList('searchServices')).rejects.toMatchObject({
			message: 'Access Denied',
			description: expect.stringContaining('may be read-only'),
		});
	});
});

describe('The other lists', () => {
	it('offer log entries by when, to which incident, and what happened: what fits into the picker tells them apart', async () => {
		const entry = {
			id: 'RENTRY01',
			summary: 'Acknowledged by Maya',
			created_at: '2026-01-31T14:30:00Z',
			incident: { id: 'PINC01', summary: '[#7] Disk full' },
		};
		const requests = list('log_entries', 1, () => entry);
		const { results } = await searchList('searchLogEntries');
		expect(requests.map(line)).toEqual(['GET /log_entries?limit=100&offset=0']);
		expect(results).toEqual([
			{ name: '2026-01-31T14:30:00Z #7 Acknowledged by Maya – Disk full', value: 'RENTRY01' },
		]);
	});

	it('offer escalation policies, searched by PagerDuty', async () => {
		const requests = list('escalation_policies', 1, () => ({ id: 'PPOLI01', name: 'Night' }));
		const { results } = await searchList('searchEscalationPolicies', 'nig');
		expect(requests.map(line)).toEqual(['GET /escalation_policies?query=nig&limit=100&offset=0']);
		expect(results).toEqual([{ name: 'Night', value: 'PPOLI01' }]);
	});

	it('offer From users by email, because that is what PagerDuty wants to know', async () => {
		const requests = list('users', 1, () => ({ id: 'PUSER01', name: 'Ada', email: 'ada@example.com' }));
		const { results } = await searchList('searchFromUsers', 'ada');
		expect(requests.map(line)).toEqual(['GET /users?query=ada&limit=100&offset=0']);
		expect(results).toEqual([{ name: 'Ada (ada@example.com)', value: 'ada@example.com' }]);
	});

	it('offer priorities, searched here because PagerDuty does not', async () => {
		const priorities = [
			{ id: 'PPRIO01', name: 'P1', description: 'All hands' },
			{ id: 'PPRIO02', name: 'P2', description: null },
		];
		const requests = list('priorities', 2, (index) => priorities[index] ?? {});
		expect((await searchList('searchPriorities')).results).toEqual([
			{ name: 'P1 – All hands', value: 'PPRIO01' },
			{ name: 'P2', value: 'PPRIO02' },
		]);
		expect((await searchList('searchPriorities', 'HANDS')).results).toEqual([
			{ name: 'P1 – All hands', value: 'PPRIO01' },
		]);
		expect(requests.every(({ path }) => path === '/priorities')).toBe(true);
		expect(requests.map(line).join()).not.toContain('query=');
	});
});
