import '../../support/waits';
import { pagerDutyServer, type Received } from '../pagerDutyServer';
import { searchList } from './loadOptionsHost';

/** An account with open incidents, some of them old, and resolved ones. */
function account(open: number, resolved: number) {
	const row = (status: string, index: number) => ({
		id: `P${status}${index}`,
		incident_number: index,
		title: index % 2 ? 'Disk full' : 'Mail is slow',
		status,
	});
	const rows = (status: string, count: number) =>
		Array.from({ length: count }, (_, index) => row(status, index));
	const all = { open: rows('triggered', open), resolved: rows('resolved', resolved) };
	return pagerDutyServer(({ query }: Received) => {
		const number = (name: string) => Number(query.find((pair) => pair.startsWith(`${name}=`))?.split('=')[1]);
		const list = query.includes('statuses[]=resolved') ? all.resolved : all.open;
		const end = number('offset') + number('limit');
		return { body: { incidents: list.slice(number('offset'), end), more: end < list.length } };
	});
}

/** All pages as their user would scroll through them. */
async function scroll(filter?: string): Promise<string[][]> {
	const pages: string[][] = [];
	let token: string | undefined;
	do {
		const { results, paginationToken } = await searchList('searchIncidents', filter, token);
		pages.push(results.map(({ name }) => name));
		token = paginationToken === undefined ? undefined : String(paginationToken);
	} while (token !== undefined && pages.length < 20);
	return pages;
}

describe('The list of incidents', () => {
	it('shows number, title and status, open ones first', async () => {
		account(2, 1);
		expect(await scroll()).toEqual([
			['#0 Mail is slow (triggered)', '#1 Disk full (triggered)', '#0 Mail is slow (resolved)'],
		]);
	});

	it('shows every open one before the first resolved one, to the end of both', async () => {
		account(230, 120);
		const names = (await scroll()).flat();
		expect(names).toHaveLength(350);
		expect(new Set(names).size).toBe(350);
		expect(names.findIndex((name) => name.endsWith('(resolved)'))).toBe(230);
	});

	it('asks for open ones of any age, and for resolved ones of the last month', async () => {
		const requests = account(1, 1);
		await scroll();
		expect(
			requests.map(({ query }) => query.filter((pair) => /^(statuses|date_range|since)/.test(pair))),
		).toEqual([
			['statuses[]=triggered', 'statuses[]=acknowledged', 'date_range=all'],
			['statuses[]=resolved'],
		]);
	});

	it('finds text in titles beyond the first page, and numbers', async () => {
		account(230, 0);
		expect((await scroll('DISK')).flat()).toHaveLength(115);
		expect((await scroll('#229')).flat()).toEqual(['#229 Disk full (triggered)']);
	});
});
