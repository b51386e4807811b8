import type { Named } from './history';
import { countsOf, type IncidentFigures, type Interruption } from './incident';
import { sumOf } from './interruptions';

/** What one person had to do with the incidents of a report. */
export type ResponderRow = {
	user: Named;
	/** Incidents that notified, or were acknowledged or resolved by this person. */
	incident_count: number;
	acknowledged_count: number;
	resolved_count: number;
	/**
	 * From the person's first acknowledgement until the incident was resolved, over all that are resolved.
	 * PagerDuty: `total_engaged_seconds`
	 */
	total_engaged_seconds: number;
	total_interruptions: number;
	business_hour_interruptions: number;
	off_hour_interruptions: number;
	sleep_hour_interruptions: number;
};

interface Load {
	readonly incidents: Set<string>;
	readonly interruptions: Interruption[];
	acknowledged: number;
	resolved: number;
	engaged: number;
}

/** What each person had to do, those with most interruptions first. @param names of users, by their IDs */
export function respondersIn(
	all: readonly IncidentFigures[],
	names: ReadonlyMap<string, string>,
): ResponderRow[] {
	const loads = new Map<string, Load>();
	for (const figures of all) addIncident(loads, figures);
	return [...loads]
		.map(([id, load]) => rowOf({ id, summary: names.get(id) ?? id }, load))
		.sort(
			(a, b) =>
				b.total_interruptions - a.total_interruptions ||
				b.incident_count - a.incident_count ||
				a.user.summary.localeCompare(b.user.summary, 'en'),
		);
}

function addIncident(loads: Map<string, Load>, figures: IncidentFigures): void {
	const { id, resolvedAt } = figures.history;
	const loadOf = (userId: string) => {
		const load = loads.get(userId) ?? newLoad();
		loads.set(userId, load);
		load.incidents.add(id);
		return load;
	};
	for (const interruption of figures.interruptions)
		loadOf(interruption.userId).interruptions.push(interruption);
	for (const [userId, at] of figures.acknowledgedBy) {
		const load = loadOf(userId);
		load.acknowledged += 1;
		if (resolvedAt !== undefined) load.engaged += (resolvedAt - at) / 1000;
	}
	if (figures.resolvedBy !== undefined) loadOf(figures.resolvedBy).resolved += 1;
}

const newLoad = (): Load => ({
	incidents: new Set(),
	interruptions: [],
	acknowledged: 0,
	resolved: 0,
	engaged: 0,
});

function rowOf(
	user: Named,
	{ incidents, interruptions, acknowledged, resolved, engaged }: Load,
): ResponderRow {
	const interrupted = countsOf(interruptions);
	return {
		user,
		incident_count: incidents.size,
		acknowledged_count: acknowledged,
		resolved_count: resolved,
		total_engaged_seconds: Math.round(engaged),
		total_interruptions: sumOf(interrupted),
		business_hour_interruptions: interrupted.business,
		off_hour_interruptions: interrupted.off,
		sleep_hour_interruptions: interrupted.sleep,
	};
}
