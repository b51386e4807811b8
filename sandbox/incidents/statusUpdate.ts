import type { Account } from '../account';
import type { Incident } from '../world/entities';
import type { StatusUpdate } from '../world/incidentResponse';
import { append } from '../world/world';

/** Tells stakeholders how an incident is going; webhooks are told, too. */
export function publishStatusUpdate(
	account: Account,
	incident: Incident,
	senderId: string,
	text: Pick<StatusUpdate, 'message' | 'subject' | 'htmlMessage'>,
): StatusUpdate {
	const { world, publisher } = account;
	const update: StatusUpdate = { id: world.ids.short(), senderId, createdAt: world.now(), ...text };
	append(world.statusUpdates, incident.id, update);
	publisher.statusUpdatePublished(incident, update);
	account.changed();
	return update;
}
