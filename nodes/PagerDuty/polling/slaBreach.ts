import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../api/answer';
import { breachesOf, type Breach } from './breaches';
import { eventTypeOf } from './changeKinds';
import { advance, readFrom, type Checkpoint, type Found } from './checkpoint';
import { filtersOf, passes } from './filters';
import { firstRun, isUntouched, runsIn, type Run } from './incidentRuns';
import { accountLog, incidentLog } from './logEntries';
import { openIncidents } from './openIncidents';
import { isDated } from './readableRows';
import { ruleFor, rulesOf, type Rule } from './slaRules';
import { pagerDutyTime, sampleCount, type Look, type Source } from './source';

const shape = z.object({ since: z.number(), ids: z.record(z.number()), rules: z.string() });
const minute = 60_000;

/**
 * Incidents that were not acknowledged or not resolved in time, each breach once for each time that the incident was
 * open. What is open now shows what was missed; what was missed and resolved while nobody looked shows in the log.
 */
export const slaBreach: Source = {
	scopes: ['incidents.read'],

	async look(look, memory, again) {
		const rules = rulesOf(look.host);
		const known = shape.safeParse(memory).data;
		const begun = performance.now();
		const open = await openIncidents(look.api, filtersOf(look.host));
		const now = pagerDutyTime(look, begun);
		const checkpoint: Checkpoint = known ?? { since: now, ids: {} };
		const last = shape.safeParse(again).data ?? known;
		const from: Checkpoint = last ?? checkpoint;
		const resolved = known ? await resolvedSince(look, from) : [];
		// Under other rules also what did not change can be a breach now.
		const isAnyNew = last?.rules !== JSON.stringify(rules);
		const breaches: Breach[] = [];
		for (const incident of [...open, ...resolved.map(({ incident }) => incident)]) {
			const rule = ruleFor(rules, incident);
			if (rule && (isAnyNew || mayBeNew(incident, rule, from, now)))
				breaches.push(...(await missedBy(look, incident, rule, from, now)));
		}
		const found: Found[] = [...breaches, ...resolved];
		const kept = idsOf(open, checkpoint);
		const { fresh, next } = advance(checkpoint, found, now, { kept, from });
		const isFresh = new Set(fresh);
		const items = breaches
			.filter((breach) => isFresh.has(breach))
			.sort((a, b) => a.due - b.due)
			.map(({ item }) => item);
		return {
			items: known ? items : [],
			memory: { ...next, rules: JSON.stringify(rules) },
			again: { ...last },
		};
	},

	/** As the newest open incidents would look. */
	async samples(look) {
		const rules = rulesOf(look.host);
		const open = await openIncidents(look.api, filtersOf(look.host));
		const items = open.flatMap((incident) => {
			const rule = ruleFor(rules, incident);
			if (!rule) return [];
			return breachesOf(look, incident, rule, [firstRun(incident)], Infinity).map(({ item }) => item);
		});
		return items.slice(-sampleCount);
	},

	withoutSamples:
		'No open incident matches the response times and filters. Once the workflow is published (activated), it starts at the first breach. To see an example now, trigger an incident that matches, or choose fewer filters for a moment.',
};

/** Incidents that were resolved since the checkpoint. Their log entries are remembered, so that each is looked at once. */
async function resolvedSince({ api, host }: Look, checkpoint: Checkpoint) {
	const filters = filtersOf(host);
	const entries = await accountLog(api, { since: readFrom(checkpoint), teamIds: filters.teamIds });
	return entries.flatMap((entry) => {
		const { id, incident, created_at } = entry;
		const isNews = eventTypeOf(entry) === 'incident.resolved' && checkpoint.ids[String(id)] === undefined;
		// One that is open again is among the open ones.
		if (!isNews || !isObject(incident) || incident.status !== 'resolved') return [];
		if (!isDated(incident) || !passes(incident, filters)) return [];
		return [{ id: String(id), at: Date.parse(String(created_at)), incident }];
	});
}

/**
 * Whether an incident can have missed a limit since the last look: because it changed, or because time went by. It was
 * opened between its creation and the last change of its status. This spares reading the logs of all open incidents.
 */
function mayBeNew(incident: IDataObject, rule: Rule, checkpoint: Checkpoint, now: number): boolean {
	const since = readFrom(checkpoint);
	const [created, changed, updated] = [
		incident.created_at,
		incident.last_status_change_at,
		incident.updated_at,
	].map((time) => Date.parse(String(time)));
	if (incident.status === 'resolved' || !(Number(updated) < since)) return true;
	return [rule.acknowledgeWithin, rule.resolveWithin].some(
		(within) => !(Number(created) + within * minute > now) && !(Number(changed) + within * minute < since),
	);
}

/** What an incident missed, but for what was over before the checkpoint. */
async function missedBy(
	look: Look,
	incident: IDataObject,
	rule: Rule,
	checkpoint: Checkpoint,
	now: number,
): Promise<Breach[]> {
	const missedIn = (runs: readonly Run[]) =>
		breachesOf(look, incident, rule, runs, now).filter(({ over = now }) => over >= readFrom(checkpoint));
	const atFirstSight = missedIn([firstRun(incident)]);
	const isKnown = atFirstSight.every(({ id }) => checkpoint.ids[id] !== undefined);
	if (isUntouched(incident) && isKnown) return atFirstSight;
	return missedIn(runsIn(incident, await incidentLog(look.api, String(incident.id))));
}

/** What is remembered of incidents that are still open. It begins with their ID. */
function idsOf(open: IDataObject[], { ids }: Checkpoint): string[] {
	const openIds = new Set(open.map(({ id }) => String(id)));
	return Object.keys(ids).filter((id) => openIds.has(id.split(' ')[0] ?? ''));
}
