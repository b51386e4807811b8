import type { Agent, Incident, Note, Service, Subscription } from '../world/entities';
import type { Responder, ResponderRequest, StatusUpdate } from '../world/incidentResponse';
import type { World } from '../world/world';
import { agentReference } from '../views/reference';
import type { DeliveryQueue, WebhookEvent } from './deliveryQueue';
import {
	fieldValuesData,
	incidentData,
	noteData,
	responderData,
	statusUpdateData,
	type ChangedField,
} from './incidentData';
import { sampleData } from './samples';
import { serviceData } from './serviceData';
import { eventTypes, isEventType } from './eventTypes';
import { type Subject, wake, wants } from './subscription';

/** Turns what happens into v3 webhook events and hands them to the subscriptions that want them. */
export class Publisher {
	constructor(
		private readonly world: World,
		private readonly queue: DeliveryQueue,
	) {}

	/** An event about an incident; data as PagerDuty sends it for this type, unless given. */
	incident(eventType: string, incident: Incident, agent: Agent | null, data?: object): void {
		const dataType = isEventType(eventType) ? eventTypes[eventType] : 'incident';
		const body = data ?? sampleData(this.world, incident, dataType) ?? incidentData(this.world, incident);
		const subject = {
			serviceId: incident.serviceId,
			teamIds: this.world.teamIdsOf(incident),
			incidentId: incident.id,
		};
		this.publish(this.event(eventType, agent, body), subject);
	}

	annotated(incident: Incident, note: Note): void {
		this.incident(
			'incident.annotated',
			incident,
			{ type: 'user', id: note.userId },
			noteData(incident, note),
		);
	}

	/** Everybody who was asked to help. */
	respondersAdded(incident: Incident, request: ResponderRequest): void {
		for (const responder of request.targets.flatMap(({ responders }) => responders))
			this.incident(
				'incident.responder.added',
				incident,
				{ type: 'user', id: request.requesterId },
				responderData(this.world, incident, request, responder),
			);
	}

	responderReplied(incident: Incident, request: ResponderRequest, responder: Responder): void {
		const agent: Agent = { type: 'user', id: responder.userId };
		const data = responderData(this.world, incident, request, responder);
		this.incident('incident.responder.replied', incident, agent, data);
	}

	statusUpdatePublished(incident: Incident, update: StatusUpdate): void {
		const agent: Agent = { type: 'user', id: update.senderId };
		const data = statusUpdateData(incident, update);
		this.incident('incident.status_update_published', incident, agent, data);
	}

	/** Fields of an incident have other values now. */
	customFieldsChanged(incident: Incident, agent: Agent, changed: readonly ChangedField[]): void {
		const data = fieldValuesData(this.world, incident, changed);
		this.incident('incident.custom_field_values.updated', incident, agent, data);
	}

	/** An event about a service. */
	service(eventType: string, service: Service, agent: Agent | null, data?: object): void {
		const dataType = isEventType(eventType) ? eventTypes[eventType] : 'service';
		const body = data ?? serviceData(this.world, service, dataType);
		this.publish(this.event(eventType, agent, body), { serviceId: service.id, teamIds: service.teamIds });
	}

	/** The test event, to one subscription whatever it subscribes to. */
	ping(subscription: Subscription): void {
		const data = { message: 'Hello from your friend Pagey!', type: 'ping' };
		this.queue.add(subscription, this.event('pagey.ping', null, data), null);
	}

	/** Delivers a ready-made event, for instance of a type that does not exist yet. */
	publish(event: WebhookEvent, subject: Subject): void {
		for (const subscription of this.world.subscriptions.values())
			if (wants(wake(this.world, subscription), event.event_type, subject))
				this.queue.add(subscription, event, subject.incidentId ?? null);
	}

	event(eventType: string, agent: Agent | null, data: object): WebhookEvent {
		return {
			id: this.world.ids.long(),
			event_type: eventType,
			resource_type: eventType.split('.')[0],
			occurred_at: this.world.clock.now().toISOString(),
			agent: agent && agentReference(this.world, agent),
			client: agent && { name: 'PagerDuty' },
			data,
		};
	}
}
