import type { IDataObject } from 'n8n-workflow';

import { isObject, partOf, rowsOf } from '../../api/answer';
import { kindOfEntry } from '../../api/logEntry';
import type { ResponseTime } from '../../fields/responseTimes';
import { eventTypeOf } from '../../incidentLog/eventType';
import type { LoggedEvent } from '../../incidentLog/openPeriods';

/** An object of PagerDuty by its ID and name. */
export type Named = { readonly id: string; readonly summary: string };

/** What is held of a log entry. Times are in milliseconds since 1970. */
export interface LoggedRow extends LoggedEvent {
	/** Who did it, or who was notified; undefined where it was no user. */
	readonly userId: string | undefined;
}

/** What is held of an incident: little, as there may be many thousands. Times are in milliseconds since 1970. */
export interface History {
	readonly id: string;
	readonly number: number;
	readonly title: string;
	readonly url: string;
	readonly status: string;
	readonly urgency: string;
	readonly priority: Named | null;
	readonly service: Named | null;
	readonly teams: readonly Named[];
	readonly createdAt: number;
	/** When it was resolved for the last time; undefined while it is open. */
	readonly resolvedAt: number | undefined;
	/** When its status changed last. */
	readonly changedAt: number;
	/** What of the report's response times applies to it. */
	readonly responseTime: ResponseTime | undefined;
	/** What happened to it, newest first. */
	readonly log: LoggedRow[];
	/** How many notifications were sent for it, also by email. */
	notifications: number;
}

const time = (value: unknown) => Date.parse(String(value));

const named = (reference: unknown): Named | null =>
	isObject(reference) && typeof reference.id === 'string'
		? { id: reference.id, summary: String(reference.summary ?? reference.name ?? reference.id) }
		: null;

/** Of an incident as PagerDuty lists it; undefined where it has no ID or no time of creation to go by. */
export function historyOf(
	incident: IDataObject,
	responseTime: ResponseTime | undefined,
): History | undefined {
	const createdAt = time(incident.created_at);
	if (typeof incident.id !== 'string' || Number.isNaN(createdAt)) return undefined;
	const changedAt = time(incident.last_status_change_at ?? incident.created_at);
	const resolvedAt = incident.status === 'resolved' ? time(incident.resolved_at ?? changedAt) : undefined;
	return {
		id: incident.id,
		number: Number(incident.incident_number),
		title: String(incident.title ?? incident.summary ?? ''),
		url: String(incident.html_url ?? ''),
		status: String(incident.status),
		urgency: String(incident.urgency),
		priority: named(incident.priority),
		service: named(incident.service),
		teams: rowsOf(incident, 'teams').flatMap((team) => named(team) ?? []),
		createdAt,
		resolvedAt: resolvedAt === undefined || Number.isNaN(resolvedAt) ? undefined : resolvedAt,
		changedAt: Number.isNaN(changedAt) ? createdAt : changedAt,
		responseTime,
		log: [],
		notifications: 0,
	};
}

/** How much later than an incident its log may say that it was resolved, in milliseconds. */
const slack = 2_000;

/** The last moment at which something happened that counts for an incident; without end while it is open. */
export const lastChangeOf = ({ resolvedAt }: History): number =>
	resolvedAt === undefined ? Infinity : resolvedAt + slack;

/** Kinds of log entries that no figure needs. */
const needless = ['annotate', 'custom_field_value_change', 'urgency_change'];

/**
 * Adds a log entry to the history of its incident. Entries come newest first.
 *
 * @param people the names of users, by their IDs; those that the entry names are added
 */
export function addEntry(history: History, entry: IDataObject, people: Map<string, string>): void {
	const kind = kindOfEntry(entry);
	const at = time(entry.created_at);
	// What comes after it was resolved for the last time counts for nothing.
	if (!(at <= lastChangeOf(history)) || needless.includes(kind)) return;
	if (kind === 'notify') history.notifications += 1;
	if (kind === 'notify' && !isInterrupting(entry)) return;
	const user = named(kind === 'notify' ? entry.user : userIn(entry));
	if (user && !people.has(user.id)) people.set(user.id, user.summary);
	history.log.push({ event: eventTypeOf(entry), at, userId: user?.id });
}

/** Who acts may be a service, too. */
const userIn = ({ agent }: IDataObject) =>
	isObject(agent) && String(agent.type).startsWith('user') ? agent : undefined;

/**
 * Whether a notification interrupts: by phone, text message or push, but not by email.
 * Source: https://support.pagerduty.com/main/docs/operational-reviews
 */
function isInterrupting(entry: IDataObject): boolean {
	const { type } = partOf(partOf(entry, 'channel'), 'notification');
	return !/\bemail/i.test(typeof type === 'string' ? type : String(entry.summary));
}
