import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../api/answer';
import { changeKinds, eventTypeOf, kindOf, needIncidentLogs } from './changeKinds';
import { advance, overlap, readFrom, type Checkpoint, type Found } from './checkpoint';
import { atLeastOne, oneOf } from './chosen';
import { incidentEvent } from './eventData';
import { filtersOf, passes } from './filters';
import { accountLog, incidentLog } from './logEntries';
import { openIncidents } from './openIncidents';
import { pagerDutyTime, sampleCount, type Look, type Memory, type News, type Source } from './source';

interface Change extends Found {
	readonly entry: IDataObject;
}

/** So many of the newest log entries are searched for examples. */
const searched = 200;

/**
 * What happened to incidents, from their logs: these also show changes of old incidents, which the list of incidents
 * does not find. Filters are applied to what is new, and not to what is remembered: so choosing other kinds gives
 * nothing twice and nothing old.
 */
export const incidentChanges: Source = {
	scopes: ['incidents.read'],

	async look(look: Look, memory: Memory | undefined, again?: Memory): Promise<News> {
		const begun = performance.now();
		const checkpoint = checkpointIn(memory) ?? (await beginning(look, begun));
		const from = checkpointIn(again) ?? checkpoint;
		const changes = await changesSince(look, readFrom(from));
		// The newest log entry is a clock that cannot be wrong. PagerDuty's other one counts where nothing happens for long.
		const quietUntil = pagerDutyTime(look, begun) - overlap;
		const until = Math.max(...changes.inAccountLog.map(({ at }) => at), quietUntil);
		const found = [...changes.inAccountLog, ...changes.inIncidentLogs];
		const { fresh, next } = advance(checkpoint, found, until, { from });
		const items = memory === undefined ? [] : itemsOf(look, fresh);
		return { items, memory: { ...next }, again: { ...from } };
	},

	async samples(look) {
		const newest = await accountLog(look.api, { teamIds: filtersOf(look.host).teamIds, limit: searched });
		return itemsOf(look, newest.map(changeOf)).slice(-sampleCount);
	},

	withoutSamples: `None of the newest ${searched} log entries matches. Once the workflow is published (activated), it starts at the first one that does. To see an example now, choose more events or fewer filters for a moment.`,
};

const shape = z.object({ since: z.number(), ids: z.record(z.number()) });
const checkpointIn = (memory: unknown): Checkpoint | undefined => shape.safeParse(memory).data;

/** Where a node begins that never looked before: at the newest log entry there is, whatever the clocks say. */
async function beginning(look: Look, begun: number): Promise<Checkpoint> {
	const [newest] = await accountLog(look.api, { teamIds: filtersOf(look.host).teamIds, limit: 1 });
	return { since: newest ? changeOf(newest).at : pagerDutyTime(look, begun), ids: {} };
}

async function changesSince({ host, api }: Look, since: number) {
	const { teamIds } = filtersOf(host);
	const log = await accountLog(api, { since, teamIds });
	const incidents = needIncidentLogs(kindsOf(host)) ? await touchedSince(since, log) : [];
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

const offered = changeKinds.map(({ value }) => value);
const kindsOf = (host: Look['host']) =>
	atLeastOne(host, 'event', host.getNodeParameter('events', [])).map((kind) =>
		oneOf(host, 'Events', kind, offered),
	);

const changeOf = (entry: IDataObject): Change => ({
	id: String(entry.id),
	at: Date.parse(String(entry.created_at)),
	entry,
});

const incidentOf = ({ incident }: IDataObject): IDataObject => (isObject(incident) ? incident : {});

function itemsOf(look: Look, changes: Change[]): IDataObject[] {
	const kinds = kindsOf(look.host);
	const filters = filtersOf(look.host);
	return changes
		.filter(({ entry }) => kinds.includes(kindOf(eventTypeOf(entry))))
		.filter(({ entry }) => passes(incidentOf(entry), filters))
		.map(({ entry }) => toItem(look, entry));
}

/** An item for both triggers' followers, and the log entry that only this one knows. */
const toItem = (look: Look, entry: IDataObject): IDataObject => ({
	...incidentEvent(look, eventTypeOf(entry), incidentOf(entry), entry),
	log_entry: look.simple ? picked(entry, simpleEntry) : entry,
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
