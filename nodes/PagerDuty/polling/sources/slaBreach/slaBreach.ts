import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../../../api/answer';
import { responseTimeFor, type ResponseTime } from '../../../fields/responseTimes';
import { advance, readFrom, type Checkpoint, type Finding } from '../../batches/checkpoint';
import { filtersOf } from '../../form/filters';
import { responseTimesOf } from '../../form/responseTimes';
import { eventTypeOf } from '../../../incidentLog/eventType';
import { itemsThatPass, mayPass } from '../incidents/filtered';
import { accountLog, incidentLog } from '../incidents/logEntries';
import { openIncidents } from '../incidents/openIncidents';
import { isDated } from '../readableRows';
import { pagerDutyTime, sampleCount, type Source, type SourceContext } from '../source';
import { breachesOf, type Breach } from './breaches';
import { firstPeriod, isUntouched, openPeriodsOf, type OpenPeriod } from '../../../incidentLog/openPeriods';

const shape = z.object({ since: z.number(), ids: z.record(z.number()), rules: z.string() });
const minute = 60_000;

/**
 * Incidents that were not acknowledged or not resolved in time, each breach once for each time that the incident was
 * open. The open incidents show what was missed so far; what was missed and resolved between two polls is in the log.
 */
export const slaBreach: Source = {
	scopes: ['incidents.read'],

	async read(context, state, replay) {
		const rules = responseTimesOf(context.form);
		const known = shape.safeParse(state).data;
		const begun = performance.now();
		const open = await chosenIncidents(context);
		const now = pagerDutyTime(context, begun);
		const checkpoint: Checkpoint = known ?? { since: now, ids: {} };
		const last = shape.safeParse(replay).data ?? known;
		const from: Checkpoint = last ?? checkpoint;
		const resolved = known ? await resolvedSince(context, from) : [];
		// With other response times, an incident that did not change can be a breach now.
		const isEachToBeRead = last?.rules !== JSON.stringify(rules);
		const breaches: Breach[] = [];
		for (const incident of [...open, ...resolved.map(({ incident }) => incident)]) {
			const rule = responseTimeFor(rules, incident);
			if (rule && (isEachToBeRead || mayBeNew(incident, rule, from, now)))
				breaches.push(...(await breachesSince(context, incident, rule, from, now)));
		}
		const found: Finding[] = [...breaches, ...resolved];
		const kept = idsOf(open, checkpoint);
		const { fresh, next } = advance(checkpoint, found, now, { kept, from });
		const isFresh = new Set(fresh);
		const missed = breaches.filter((breach) => isFresh.has(breach)).sort((a, b) => a.due - b.due);
		return {
			items: known ? await itemsThatPass(context, missed) : [],
			state: { ...next, rules: JSON.stringify(rules) },
			replay: { ...last },
		};
	},

	/** The newest open incidents, as if they had missed their limits. */
	async samples(context) {
		const rules = responseTimesOf(context.form);
		const open = await chosenIncidents(context);
		const breaches = open.flatMap((incident) => {
			const rule = responseTimeFor(rules, incident);
			return rule ? breachesOf(context, incident, rule, [firstPeriod(incident)], Infinity) : [];
		});
		return (await itemsThatPass(context, breaches)).slice(-sampleCount);
	},

	withoutSamples:
		'No open incident matches the response times and filters. Once the workflow is published (activated), it starts at the first breach. To see an example now, trigger an incident that matches, or choose fewer filters for a moment.',
};

/** The open incidents that meet the filters, but for what only a request for each of them would tell. */
async function chosenIncidents({ api, form }: SourceContext): Promise<IDataObject[]> {
	const filters = filtersOf(form);
	const open = await openIncidents(api, filters);
	return open.filter((incident) => mayPass(filters.checks, incident));
}

/** Incidents that were resolved since the checkpoint. It keeps the IDs of their log entries, so that each is read once. */
async function resolvedSince({ api, form }: SourceContext, checkpoint: Checkpoint) {
	const filters = filtersOf(form);
	const entries = await accountLog(api, { since: readFrom(checkpoint), teamIds: filters.teamIds });
	return entries.flatMap((entry) => {
		const { id, incident, created_at } = entry;
		const isNew = eventTypeOf(entry) === 'incident.resolved' && checkpoint.ids[String(id)] === undefined;
		// One that is open again is among the open ones.
		if (!isNew || !isObject(incident) || incident.status !== 'resolved') return [];
		if (!isDated(incident) || !mayPass(filters.checks, incident)) return [];
		return [{ id: String(id), at: Date.parse(String(created_at)), incident }];
	});
}

/**
 * Whether an incident can have missed a limit since the last poll: because it changed, or because time went by. It was
 * opened between its creation and the last change of its status. This saves reading the logs of all open incidents.
 */
function mayBeNew(incident: IDataObject, rule: ResponseTime, checkpoint: Checkpoint, now: number): boolean {
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

/** The breaches of an incident, without those that were resolved before the checkpoint. */
async function breachesSince(
	context: SourceContext,
	incident: IDataObject,
	rule: ResponseTime,
	checkpoint: Checkpoint,
	now: number,
): Promise<Breach[]> {
	const breachesIn = (periods: readonly OpenPeriod[]) =>
		breachesOf(context, incident, rule, periods, now).filter(
			({ resolvedAt = now }) => resolvedAt >= readFrom(checkpoint),
		);
	const withoutLog = breachesIn([firstPeriod(incident)]);
	const isKnown = withoutLog.every(({ id }) => checkpoint.ids[id] !== undefined);
	if (isUntouched(incident) && isKnown) return withoutLog;
	return breachesIn(openPeriodsOf(incident, await incidentLog(context.api, String(incident.id))));
}

/** The IDs in the checkpoint that belong to open incidents. They begin with the ID of the incident. */
function idsOf(open: IDataObject[], { ids }: Checkpoint): string[] {
	const openIds = new Set(open.map(({ id }) => String(id)));
	return Object.keys(ids).filter((id) => openIds.has(id.split(' ')[0] ?? ''));
}
