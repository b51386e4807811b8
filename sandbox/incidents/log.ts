import type { Agent, Incident, LogEntry, LogEntryKind } from '../world/entities';
import { append, type World } from '../world/world';

/** How something reached PagerDuty, as log entries name it. */
export type Channel = LogEntry['channel'];

export const throughApi: Channel = { type: 'api' };
export const throughWebsite: Channel = { type: 'website' };
/** PagerDuty does it by itself. */
export const automatic: Channel = { type: 'auto' };

const verbs: Record<LogEntryKind, string> = {
	trigger: 'Triggered',
	acknowledge: 'Acknowledged',
	unacknowledge: 'Unacknowledged',
	resolve: 'Resolved',
	assign: 'Reassigned',
	escalate: 'Escalated',
	delegate: 'Delegated',
	annotate: 'Note added',
	notify: 'Notified',
	snooze: 'Snoozed',
	urgency_change: 'Urgency changed',
	field_value_change: 'Changed',
	custom_field_value_change: 'Custom fields changed',
};

/** What only some kinds of log entries say. */
export type LogDetails = Pick<LogEntry, 'note' | 'assigneeIds' | 'changeset' | 'changedActions' | 'notified'>;

const notifiedText = (world: World, { userId, way }: NonNullable<LogEntry['notified']>) =>
	`Notified ${world.users.get(userId)?.name ?? userId} by ${way}`;

/** Writes a log entry; every change of an incident leaves one. */
export function writeLog(
	world: World,
	incident: Incident,
	kind: LogEntryKind,
	agent: Agent,
	more: LogDetails & { channel?: Channel; at?: string } = {},
): LogEntry {
	const { channel = throughApi, at = world.now(), ...rest } = more;
	const name = agent.type === 'user' ? world.users.get(agent.id)?.name : world.services.get(agent.id)?.name;
	const entry: LogEntry = {
		id: world.ids.logEntry(),
		kind,
		createdAt: at,
		incidentId: incident.id,
		agent,
		summary: more.notified ? notifiedText(world, more.notified) : `${verbs[kind]} by ${name ?? 'PagerDuty'}`,
		channel,
		...rest,
	};
	append(world.logEntries, incident.id, entry);
	return entry;
}
