import type { Clock } from '../clock';
import type {
	Delivery,
	EscalationPolicy,
	Incident,
	IncidentType,
	LogEntry,
	Note,
	Priority,
	Service,
	Subscription,
	Team,
	User,
} from './entities';
import type { Schedule } from '../schedules/schedule';
import type { BusinessService, Dependency } from './businessServices';
import type { AutomationAction, IncidentWorkflow, Invocation, Runner, WorkflowInstance } from './automation';
import type { ChangeEvent } from './changeEvents';
import type { StatusPage, StatusPagePost, StatusTemplate } from './statusPages';
import type { ContactMethod, NotificationRule } from './contacts';

import type { Alert } from './alerts';
import type { Impact, ResponderRequest, StatusUpdate, Subscriber } from './incidentResponse';
import { IdSequence } from './ids';
import type { OAuthGrant } from './grants';
import type { Tag } from './tags';
import type { MaintenanceWindow } from './maintenance';
import type { IncidentTypeField, ServiceFieldValue } from './customFields';

export interface ApiKey {
	key: string;
	access: 'full' | 'read';
	/** Owner of a user key; null for account keys. */
	userId: string | null;
}

/** All state of one sandbox account. Only the rules in `incidents/`, `webhooks/` and `oauth/` change it. */
export class World {
	readonly teams = new Map<string, Team>();
	readonly users = new Map<string, User>();
	readonly contactMethods = new Map<string, ContactMethod>();
	readonly notificationRules = new Map<string, NotificationRule>();
	readonly policies = new Map<string, EscalationPolicy>();
	readonly schedules = new Map<string, Schedule>();
	readonly services = new Map<string, Service>();
	readonly businessServices = new Map<string, BusinessService>();
	readonly dependencies = new Map<string, Dependency>();
	readonly changeEvents = new Map<string, ChangeEvent>();
	readonly incidentWorkflows = new Map<string, IncidentWorkflow>();
	readonly workflowInstances = new Map<string, WorkflowInstance>();
	readonly runners = new Map<string, Runner>();
	readonly automationActions = new Map<string, AutomationAction>();
	readonly invocations = new Map<string, Invocation>();
	readonly statusPages = new Map<string, StatusPage>();
	readonly statusPagePosts = new Map<string, StatusPagePost>();
	readonly templates = new Map<string, StatusTemplate>();
	readonly maintenanceWindows = new Map<string, MaintenanceWindow>();
	readonly tags = new Map<string, Tag>();
	/** Fields that incidents of a type have besides PagerDuty's. */
	readonly incidentTypeFields = new Map<string, IncidentTypeField>();
	/** By service. */
	readonly serviceFieldValues = new Map<string, ServiceFieldValue[]>();
	readonly priorities = new Map<string, Priority>();
	readonly incidentTypes = new Map<string, IncidentType>();
	readonly incidents = new Map<string, Incident>();
	readonly subscriptions = new Map<string, Subscription>();
	/** By token. */
	readonly grants = new Map<string, OAuthGrant>();
	/** By key. */
	readonly apiKeys = new Map<string, ApiKey>();
	/** By incident, oldest first. */
	readonly logEntries = new Map<string, LogEntry[]>();
	/** By incident, oldest first. */
	readonly notes = new Map<string, Note[]>();
	/** By incident, oldest first. */
	readonly alerts = new Map<string, Alert[]>();
	/** By incident, oldest first. */
	readonly responderRequests = new Map<string, ResponderRequest[]>();
	/** By incident, oldest first. */
	readonly statusUpdates = new Map<string, StatusUpdate[]>();
	/** By incident: who gets its status updates. */
	readonly subscribers = new Map<string, Subscriber[]>();
	/** By incident: what was said by hand. */
	readonly impacts = new Map<string, Impact[]>();
	/** Oldest first. */
	deliveries: Delivery[] = [];
	ids = new IdSequence();
	nextIncidentNumber = 1001;

	constructor(readonly clock: Clock) {}

	/** Now, in PagerDuty's form: UTC, whole seconds. */
	now(): string {
		return timestamp(this.clock.now());
	}

	userByEmail(email: string): User | undefined {
		const wanted = email.trim().toLowerCase();
		return [...this.users.values()].find((user) => user.email.toLowerCase() === wanted);
	}

	/** By id, or by incident number. */
	incidentByIdOrNumber(text: string): Incident | undefined {
		const found = this.incidents.get(text);
		if (found || !/^\d+$/.test(text)) return found;
		return [...this.incidents.values()].find((incident) => incident.number === Number(text));
	}

	/** The open incident of a service that has this de-duplication key. */
	openIncidentByKey(serviceId: string, key: string): Incident | undefined {
		for (const incident of this.incidents.values())
			if (incident.incidentKey === key && incident.serviceId === serviceId && incident.status !== 'resolved')
				return incident;
		return undefined;
	}

	teamIdsOf(incident: Incident): string[] {
		return this.services.get(incident.serviceId)?.teamIds ?? [];
	}

	clear(): void {
		for (const table of Object.values(this)) if (table instanceof Map) table.clear();
		this.deliveries = [];
		this.ids = new IdSequence();
		this.nextIncidentNumber = 1001;
	}
}

/** UTC with whole seconds: `2026-08-01T09:30:00Z`. */
export const timestamp = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** Adds to a list in a map, which it makes where there is none. */
export function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}
