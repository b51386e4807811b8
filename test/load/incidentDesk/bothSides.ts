import type { Sandbox } from '../../../sandbox';
import type { Incident } from '../../../sandbox/world/entities';
import type { IncidentDesk, Row } from '../../e2e/templates/incidentDesk';

/** What should be the same on both sides, by the incident. */
type Side = Map<string, { state: Row; timeline: unknown[] }>;

/** The incidents as PagerDuty has them, with the IDs of what happened to each. */
export function inPagerDuty(sandbox: Sandbox, incidents: readonly Incident[]): Side {
	return new Map(
		incidents.map(({ id, number, title, status, urgency, customFields = {} }) => [
			id,
			{
				state: {
					number: String(number),
					title,
					status,
					urgency,
					environment: Object.values(customFields)[0] ?? null,
				},
				timeline: sandbox
					.log(id)
					.map((entry) => entry.id)
					.sort(),
			},
		]),
	);
}

/** The same incidents as the desk has them. One that has two rows is missing here, so that nobody takes one of them for it. */
export async function atTheDesk(desk: IncidentDesk, incidents: readonly Incident[]): Promise<Side> {
	const rows = groupedByIncident(await desk.rows('Desk incidents'));
	const entries = groupedByIncident(await desk.rows('Desk timeline'));
	return new Map(
		incidents.flatMap(({ id }) => {
			const [row, ...more] = rows.get(id) ?? [];
			if (!row || more.length > 0) return [];
			const { number, title, status, urgency, custom_fields: fields } = row;
			const { environment } = JSON.parse(String(fields)) as Row;
			const timeline = (entries.get(id) ?? []).map((entry) => entry.entry_id).sort();
			return [[id, { state: { number, title, status, urgency, environment }, timeline }] as const];
		}),
	);
}

function groupedByIncident(rows: readonly Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows)
		groups.set(String(row.incident_id), [...(groups.get(String(row.incident_id)) ?? []), row]);
	return groups;
}
