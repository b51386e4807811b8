import { z } from 'zod';

import { advance, overlap, readFrom } from '../batches/checkpoint';
import { choiceIn } from '../form/choice';
import { filtersOf } from '../form/filters';
import { startTimeOf } from '../form/startFrom';
import { changeOf, changesBetween } from './incidents/changes';
import { chosenOf, earlierChoice, itemsOf } from './incidents/chosen';
import { accountLog } from './incidents/logEntries';
import { cutAt, firstStretch, stretchEnd, type Progress } from './incidents/stretch';
import { pagerDutyTime, sampleCount, type Source, type SourceContext } from './source';

/** So many of the newest log entries are searched for examples. */
const searched = 200;

/**
 * What happened to incidents, from their logs: these also show changes of old incidents, which the list of incidents
 * does not find. The checkpoint keeps all changes, and kinds and filters are applied to those that are new; it also says
 * which were chosen. So choosing others emits nothing twice and nothing old, also where n8n did not save the last polls.
 */
export const incidentChanges: Source = {
	scopes: ['incidents.read'],

	async read(context, state, replay) {
		const begun = performance.now();
		const known = progressIn(state);
		const choice = choiceIn(context.form);
		const checkpoint = known ?? { ...(await firstCheckpoint(context, begun)), choice };
		if (known === undefined && checkpoint.start !== undefined)
			return { items: [], state: { ...checkpoint }, replay: { ...checkpoint } };
		const last = progressIn(replay);
		for (let length = firstStretch, from = checkpoint; ; length *= 2) {
			const { items, next, isUpToDate } = await readStretch(context, from, { last, length, begun });
			// What was replayed lies before the stretch: the next one must not emit it once more.
			if (items.length > 0 || isUpToDate || last)
				return {
					items: known ? items : [],
					state: { ...next, choice },
					replay: { ...(last ?? from), earlier: earlierChoice(context, from, last, next.since) },
				};
			from = next;
		}
	},

	async samples(context) {
		const newest = await accountLog(context.api, {
			teamIds: filtersOf(context.form).teamIds,
			limit: searched,
		});
		return (await itemsOf(context, newest.map(changeOf))).slice(-sampleCount);
	},

	withoutSamples: `None of the newest ${searched} log entries matches. Once the workflow is published (activated), it starts at the first one that does. To see an example now, choose more events or fewer filters for a moment.`,
};

const shape = z.object({
	since: z.number(),
	ids: z.record(z.number()),
	start: z.number().optional(),
	choice: z.string().optional(),
	earlier: z.object({ choice: z.string(), until: z.number() }).optional(),
});
const progressIn = (state: unknown): Progress | undefined => shape.safeParse(state).data;

/** Where the first poll begins: at a time in the past, or at the newest log entry there is, so that no clock matters. */
async function firstCheckpoint(context: SourceContext, begun: number): Promise<Progress> {
	const start = startTimeOf(context.form);
	const [newest] = await accountLog(context.api, { teamIds: filtersOf(context.form).teamIds, limit: 1 });
	if (start !== undefined) return { since: start, ids: {}, start };
	return { since: newest ? changeOf(newest).at : pagerDutyTime(context, begun), ids: {} };
}

/** How a stretch is read. */
interface Reading {
	/** An earlier checkpoint: what was emitted since is emitted once more. */
	readonly last?: Progress;
	/** Milliseconds; counts for a trigger that began in the past, until it is up to date. */
	readonly length: number;
	/** When the poll began, by `performance.now()`. */
	readonly begun: number;
}

/** What happened since a checkpoint: up to now, or, where that is long ago, in the time after it. */
async function readStretch(context: SourceContext, checkpoint: Progress, { last, length, begun }: Reading) {
	const from = last ?? checkpoint;
	const { start } = from;
	const end = await stretchEnd(context, checkpoint, length, filtersOf(context.form).teamIds);
	const changes = await changesBetween(context, readFrom(from), end);
	// The time of the newest log entry is safe to continue from. PagerDuty's clock, less the overlap, only moves the
	// checkpoint on when nothing happens for long.
	const quietUntil = pagerDutyTime(context, begun) - overlap;
	const until = end ?? Math.max(...changes.inAccountLog.map(({ at }) => at), quietUntil);
	const within = (latest: number) =>
		[...changes.inAccountLog, ...changes.inIncidentLogs].filter(
			({ at }) => at >= (start ?? -Infinity) && at <= latest,
		);
	const whole = advance(checkpoint, within(end ?? Infinity), until, { from });
	// What is replayed was cut when it was emitted first.
	const cut = start === undefined || last ? undefined : cutAt(whole.fresh);
	const { fresh, next } = cut === undefined ? whole : advance(checkpoint, within(cut), cut, { from });
	const isUpToDate = end === undefined && cut === undefined;
	const isPastStart = isUpToDate && readFrom(next) >= (start ?? -Infinity);
	return {
		items: await chosenOf(context, fresh, checkpoint, last),
		next: isPastStart ? next : { ...next, start },
		isUpToDate,
	};
}
