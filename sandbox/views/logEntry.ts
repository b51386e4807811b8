import type { Incident, LogEntry, Note } from '../world/entities';
import type { World } from '../world/world';
import { teamViews } from './people';
import * as ref from './reference';
import { serviceView } from './service';

const tag = (entry: LogEntry): ref.Reference => ({
	id: entry.id,
	type: `${entry.kind}_log_entry`,
	summary: entry.summary,
	self: ref.apiUrl(`/log_entries/${entry.id}?incident_id=${entry.incidentId}`),
	html_url: ref.webUrl(`/incidents/${entry.incidentId}/log_entries/${entry.id}`),
});

export const logEntryReference = (entry: LogEntry) => ref.asReference(tag(entry));

/** A log entry; `include` may ask for services, channels and teams in full. */
export function logEntryView(
	world: World,
	incident: Incident,
	entry: LogEntry,
	include: ReadonlySet<string>,
): Record<string, unknown> {
	const users = (entry.assigneeIds ?? []).map((id) => ref.userReference(world, id));
	return {
		...tag(entry),
		created_at: entry.createdAt,
		agent: ref.agentReference(world, entry.agent),
		channel: include.has('channels')
			? { ...entry.channel, ...notificationOf(entry) }
			: { type: entry.channel.type, ...summaryOf(entry) },
		service: include.has('services')
			? serviceView(world, ref.held(world.services, incident.serviceId), new Set())
			: ref.serviceReference(world, incident.serviceId),
		incident: ref.asReference(ref.incidentTag(incident)),
		teams: teamViews(world, world.teamIdsOf(incident), include.has('teams')),
		contexts: [],
		...(entry.kind === 'trigger' ? { event_details: { description: incident.title } } : {}),
		...(entry.assigneeIds ? { assignees: users } : {}),
		...(entry.notified ? { user: ref.userReference(world, entry.notified.userId) } : {}),
		...(entry.note === undefined ? {} : { note: entry.note }),
		...(entry.changeset ? { changeset: entry.changeset } : {}),
		...(entry.changedActions ? { changed_actions: entry.changedActions } : {}),
	};
}

/** How somebody was told; the address is nobody's business. */
const notificationOf = ({ notified, createdAt }: LogEntry) =>
	notified
		? { notification: { type: `${notified.way}_notification`, started_at: createdAt, status: 'success' } }
		: {};

/** The text of a note stands in its channel, also where channels are not included. */
const summaryOf = (entry: LogEntry) => (entry.kind === 'annotate' ? { summary: entry.channel.summary } : {});

export const noteView = (world: World, note: Note) => ({
	id: note.id,
	user: ref.userReference(world, note.userId),
	channel: { summary: 'The PagerDuty website or APIs' },
	content: note.content,
	created_at: note.createdAt,
	updated_at: note.updatedAt ?? note.createdAt,
});
