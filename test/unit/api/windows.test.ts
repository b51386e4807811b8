import type { IDataObject } from 'n8n-workflow';

import { readList } from '../../../nodes/PagerDuty/api/list';
import { path } from '../../../nodes/PagerDuty/api/path';
import { newestFirst } from '../../../nodes/PagerDuty/api/windows';
import { windowsOf } from '../../../nodes/PagerDuty/fields/incidentOrder';
import { account, type Rules } from './account';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1);

/** `count` rows from a time on, created at such a distance from each other, in milliseconds. */
const rows = (count: number, distance: number, from = start): number[] =>
	Array.from({ length: count }, (_, index) => from + index * distance);

const incidents = { list: 'incidents', paging: 'offset', windows: windowsOf } as const;
const logEntries = { list: 'incidents', paging: 'offset', windows: () => newestFirst } as const;

/** Reads all of an account's rows as incidents (oldest first) or as log entries (newest first). */
async function readAll(times: number[], query = {}, rules: Rules = {}, shape: object = incidents) {
	const { api, requests } = account(times, { order: shape === logEntries ? 'desc' : 'asc', ...rules });
	const request = { method: 'GET', path: path`/incidents`, query } as const;
	const read = await readList(api, request, shape as typeof incidents);
	return { ids: read.map(({ id }: IDataObject) => Number(id)), requests };
}

const all = (times: number[]) => times.map((_, index) => index);

describe.each([
	['oldest first', incidents, (ids: number[]) => ids],
	['newest first', logEntries, (ids: number[]) => ids.toReversed()],
])('A list beyond the ceiling, %s,', (_, shape, ordered) => {
	it.each<[string, Rules]>([
		['count', {}],
		['do not count since', { since: 'exclusive' }],
		['count until', { until: 'inclusive' }],
		['are cut to seconds', { precision: 1000 }],
		['are cut to seconds and do not count since', { since: 'exclusive', precision: 1000 }],
	])('has each row once where bounds %s', async (_, rules) => {
		const times = rows(21_000, 700);
		const { ids } = await readAll(times, {}, rules, shape);
		expect(ids).toEqual(ordered(all(times)));
	});

	it('has each row once where times are written in another time zone', async () => {
		const times = rows(12_000, 60_000);
		const { ids } = await readAll(times, {}, { zone: '+05:30' }, shape);
		expect(ids).toEqual(ordered(all(times)));
	});

	it.each([9_999, 10_000])('has each row once with %i rows of one second among others', async (tied) => {
		const at = start + 10_000;
		const times = [...rows(10, 1000), ...Array<number>(tied).fill(at), ...rows(10, 1000, at + 1000)];
		const { ids } = await readAll(times, {}, {}, shape);
		expect(ids.toSorted((a, b) => a - b)).toEqual(all(times));
	});

	it('is an error where 10,001 rows share a second', async () => {
		const times = [...rows(10, 1000), ...Array<number>(10_001).fill(start + 20_000)];
		await expect(readAll(times, {}, {}, shape)).rejects.toThrow(
			'More than 10000 incidents were created at 2026-01-01T00:00:20',
		);
	});

	it('asks for no time longer than six months', async () => {
		const times = rows(9_000, 2 * hour);
		const query = { since: iso(start), until: iso(start + 9_000 * 2 * hour) };
		const { ids, requests } = await readAll(times, query, {}, shape);
		expect(ids).toEqual(ordered(all(times)));
		const spans = requests.map(({ since, until }) => Number(until) - Number(since));
		expect(Math.max(...spans)).toBeLessThanOrEqual(181 * 24 * hour);
	});
});

const iso = (time: number) => new Date(time).toISOString();
