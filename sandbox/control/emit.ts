import type { Account } from '../account';
import { incidentNotFound, notFound } from '../errors';
import type { Agent } from '../world/entities';

export interface EmitOptions {
	/** What it is about: an incident (the newest by default), or a service. */
	incidentId?: string;
	serviceId?: string;
	/** `event.data` in place of what PagerDuty would send for this type. */
	data?: Record<string, unknown>;
	/** Only to this subscription, whatever it subscribes to: for event types that do not exist yet. */
	subscriptionId?: string;
}

/** Sends one event by hand. @throws 404 where the incident, service or subscription does not exist */
export function emit(account: Account, eventType: string, options: EmitOptions = {}): void {
	const { world, publisher, queue } = account;
	const [userId] = world.users.keys();
	const agent: Agent | null = userId === undefined ? null : { type: 'user', id: userId };
	if (options.subscriptionId !== undefined) {
		const subscription = world.subscriptions.get(options.subscriptionId);
		if (!subscription) throw notFound();
		const event = publisher.event(eventType, agent, options.data ?? { type: 'unknown' });
		queue.add(subscription, event, options.incidentId ?? null);
		return;
	}
	if (eventType.startsWith('service.')) {
		const service = world.services.get(options.serviceId ?? [...world.services.keys()][0] ?? '');
		if (!service) throw notFound();
		publisher.service(eventType, service, agent, options.data);
		return;
	}
	const newest = [...world.incidents.values()].at(-1)?.id ?? '';
	const incident = world.incidentByIdOrNumber(options.incidentId ?? newest);
	if (!incident) throw incidentNotFound();
	publisher.incident(eventType, incident, agent, options.data);
}
