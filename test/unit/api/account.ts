import type { Api } from '../../../nodes/PagerDuty/api/client';
import type { ApiRequest } from '../../../nodes/PagerDuty/api/request';
import { node } from '../../contract/requests/recorder';

/** What PagerDuty's documents do not say. */
export interface Rules {
	readonly order?: 'asc' | 'desc';
	/** Whether a row at the very bound is in the list. */
	readonly since?: 'inclusive' | 'exclusive';
	readonly until?: 'inclusive' | 'exclusive';
	/** Bounds are cut to so many milliseconds. */
	readonly precision?: number;
	/** The time zone in which times are written. */
	readonly zone?: 'Z' | '+05:30';
}

interface Bounds {
	readonly since?: number;
	readonly until?: number;
}

/** A list in memory of rows created at these times, with PagerDuty's ceiling; IDs are the places in the list. */
export function account(times: readonly number[], rules: Rules) {
	const requests: Bounds[] = [];
	const all = times.map((at, index) => ({ id: String(index), at, created_at: written(at, rules.zone) }));
	const rows = rules.order === 'desc' ? all.reverse() : all;
	const selected = new Map<string, typeof rows>();
	const select = (bounds: Bounds) => {
		const key = JSON.stringify(bounds);
		const found = selected.get(key) ?? rows.filter(({ at }) => isWithin(at, bounds, rules));
		selected.set(key, found);
		return found;
	};
	const call = async ({ query = {} }: ApiRequest) => {
		const [limit, offset] = [Number(query.limit), Number(query.offset)];
		if (limit + offset > 10_000) throw new Error('Beyond the ceiling');
		const bounds = { since: bound(query.since, rules), until: bound(query.until, rules) };
		requests.push(bounds);
		const found = select(bounds);
		return { incidents: found.slice(offset, offset + limit), more: offset + limit < found.length };
	};
	const api = { call, timeOf: () => undefined, host: { getNode: () => node } } as object as Api;
	return { api, requests };
}

function bound(time: unknown, { precision = 1 }: Rules): number | undefined {
	return time === undefined ? undefined : Math.floor(Date.parse(String(time)) / precision) * precision;
}

const isWithin = (at: number, { since = -Infinity, until = Infinity }: Bounds, rules: Rules) =>
	(rules.since === 'exclusive' ? at > since : at >= since) &&
	(rules.until === 'inclusive' ? at <= until : at < until);

const written = (at: number, zone: Rules['zone'] = 'Z') =>
	new Date(zone === 'Z' ? at : at + 5.5 * 3_600_000).toISOString().replace('Z', zone);
