import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Desk } from '../../support/operations/desk';

/** A report over a time (milliseconds since 1970), with all rows in its lists. */
export async function reportAt(
	desk: Desk,
	since: number,
	until: number,
	more: INodeParameters = {},
): Promise<IDataObject> {
	const [report = {}] = await desk.read('report:incidents', {
		period: 'custom',
		since: new Date(since).toISOString(),
		until: new Date(until).toISOString(),
		files: [],
		rowsPerList: 1_000_000,
		...more,
	});
	return report;
}

type Rows = Array<Record<string, unknown>>;
const rowsIn = (report: IDataObject, list: string) => report[list] as Rows;
const idIn = (value: unknown) => String((value as { id?: unknown } | null)?.id ?? null);
const without = (row: Record<string, unknown>, ...names: string[]) =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** What of a report can be compared with an expected one, in the same form. */
export function comparable(report: IDataObject): Record<string, unknown> {
	const named = (list: string, key: string) =>
		Object.fromEntries(rowsIn(report, list).map((row) => [idIn(row[key]), without(row, key)]));
	const days = rowsIn(report, 'by_day').filter(({ incident_count: count }) => count !== 0);
	return {
		...Object.fromEntries(Object.entries(report).filter(([, value]) => typeof value !== 'object')),
		...Object.fromEntries(Object.entries(report).filter(([, value]) => value === null)),
		days: Object.fromEntries(days.map(({ day, incident_count: count }) => [day, count])),
		hours: rowsIn(report, 'interruptions_by_hour').map(({ total_interruptions: count }) => count),
		services: named('by_service', 'service'),
		responders: named('responders', 'user'),
		breaches: rowsIn(report, 'breaches')
			.map(({ incident, missed, due_at: due, seconds_late: late }) =>
				[Date.parse(String(due)), idIn(incident), missed, late].join(' '),
			)
			.sort(),
	};
}
