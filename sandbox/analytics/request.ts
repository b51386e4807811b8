import { z } from 'zod';
import { timeZone } from '../http/timeZone';
import type { World } from '../world/world';
import { figuresOf } from './figures';
import { type incidentFilters, passes } from './filters';

export const scope = 'analytics.write';
export const ordered = {
	order: z.enum(['asc', 'desc']).optional(),
	order_by: z.string().optional(),
	time_zone: timeZone,
};
export const unit = z.enum(['day', 'week', 'month']).nullish();

export const computed = (world: World, filters: z.output<typeof incidentFilters>) =>
	[...world.incidents.values()].map((incident) => figuresOf(world, incident)).filter(passes(world, filters));

export type Row = Record<string, unknown>;

export function sorted(rows: Row[], by: string | undefined, order: 'asc' | 'desc' = 'desc'): Row[] {
	if (by === undefined) return rows;
	const rank = (row: Row) => (typeof row[by] === 'number' ? Number(row[by]) : String(row[by] ?? ''));
	const ascending = [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
	return order === 'asc' ? ascending : ascending.reverse();
}
