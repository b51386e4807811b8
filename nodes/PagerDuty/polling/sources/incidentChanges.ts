import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../../api/answer';
import { advance, overlap, readFrom, type Checkpoint, type Finding } from '../batches/checkpoint';
import { kindOf, kindsOf } from '../form/events';
import { filtersOf } from '../form/filters';
import { eventTypeOf, needIncidentLogs } from './incidents/eventType';
import { itemsThatPass } from './incidents/filtered';
import { incidentEvent } from './incidents/incidentEvent';
import { accountLog, incidentLog } from './incidents/logEntries';
import { openIncidents } from './incidents/openIncidents';
import { pagerDutyTime, sampleCount, type Source, type SourceContext } from './source';

interface Change extends Finding {
	readonly entry: IDataObject;
}

/** So many of the newest log entries are searched for examples. */
const searched = 200;

/**
 * What happened to incidents, from their logs: these also show changes of old incidents, which the list of incidents
 * does not find. The checkpoint keeps all changes, and kinds and filters are applied to those that are new: so choosing
 * other kinds emits nothing twice and nothing old.
 */
export const incidentChanges: Source = {
	scopes: ['incidents.read'],

	async read(context, state, replay) {
		const begun = performance.now();
		const checkpoint = checkpointIn(state) ?? (await firstCheckpoint(context, begun));
		const from = checkpointIn(replay) ?? checkpoint;
		const changes = await changesSince(context, readFrom(from));
		// The time of the newest log entry is safe to continue from. PagerDuty's clock, less the overlap, only moves the
		// checkpoint on when nothing happens for long.
		const quietUntil = pagerDutyTime(context, begun) - overlap;
		const until = Math.max(...changes.inAccountLog.map(({ at }) => at), quietUntil);
		const found = [...changes.inAccountLog, ...changes.inIncidentLogs];
		const { fresh, next } = advance(checkpoint, found, until, { from });
		const items = state === undefined ? [] : await itemsOf(context, fresh);
		return { items, state: { ...next }, replay: { ...from } };
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

const shape = z.object({ since: z.number(), ids: z.record(z.number()) });
const checkpointIn = (state: unknown): Checkpoint | undefined => shape.safeParse(state).data;

/** Where the first poll begins: at the newest log entry there is, so that no clock matters. */
async function firstCheckpoint(context: SourceContext, begun: number): Promise<Checkpoint> {
	const [newest] = await accountLog(context.api, { teamIds: filtersOf(context.form).teamIds, limit: 1 });
	return { since: newest ? changeOf(newest).at : pagerDutyTime(context, begun), ids: {} };
}

async function changesSince({ form, api }: SourceContext, since: number) {
	const { teamIds } = filtersOf(form);
	const log = await accountLog(api, { since, teamIds });
	const incidents = needIncidentLogs(kindsOf(form)) ? await touchedSince(since, log) : [];
	const more: IDataObject[] = [];
	for (const id of incidents) more.push(...(await incidentLog(api, id, since)));
	return { inAccountLog: log.map(changeOf), inIncidentLogs: more.map(changeOf) };

	/** Changes of fields show in the log of their incident only: those that are open, and those that did something else too. */
	async function touchedSince(time: number, entries: IDataObject[]): Promise<Set<string>> {
		const open = await openIncidents(api, { teamIds });
		const updated = open.filter(({ updated_at }) => !(Date.parse(String(updated_at)) < time));
		const touched = [...entries.map(incidentOf), ...updated].map(({ id }) => id);
		return new Set(touched.filter((id) => typeof id === 'string'));
	}
}

const changeOf = (entry: IDataObject): Change => ({
	id: String(entry.id),
	at: Date.parse(String(entry.created_at)),
	entry,
});

const incidentOf = ({ incident }: IDataObject): IDataObject => (isObject(incident) ? incident : {});

async function itemsOf(context: SourceContext, changes: Change[]): Promise<IDataObject[]> {
	const kinds = kindsOf(context.form);
	const chosen = changes.filter(({ entry }) => kinds.includes(kindOf(eventTypeOf(entry))));
	return await itemsThatPass(
		context,
		chosen.map(({ entry }) => ({ item: toItem(context, entry), incident: incidentOf(entry) })),
	);
}

/** An item as the webhook trigger gives it, and the log entry, which only this trigger has. */
const toItem = (context: SourceContext, entry: IDataObject): IDataObject => ({
	...incidentEvent(context, eventTypeOf(entry), incidentOf(entry), entry),
	log_entry: context.simple ? picked(entry, simpleEntry) : entry,
});

const picked = (entry: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(names.filter((name) => name in entry).map((name) => [name, entry[name]]));

/** What `Simplify` keeps of a log entry. The type of its channel says how a change came about. */
const simpleEntry = [
	'id',
	'summary',
	'created_at',
	'html_url',
	'note',
	'assignees',
	'user',
	'changeset',
	'changed_actions',
	'acknowledgement_timeout',
	'event_details',
	'channel',
] as const;
