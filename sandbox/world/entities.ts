/** What the sandbox keeps. Plain JSON, so that it can be written to a file; references are ids. Times are ISO 8601. */

import type { FieldValue } from './customFields';

export type IncidentStatus = 'triggered' | 'acknowledged' | 'resolved';
export type Urgency = 'high' | 'low';

export interface Team {
	id: string;
	name: string;
	description: string;
	/** `none`: private. `manager` by default. */
	defaultRole?: 'manager' | 'none';
}

export interface User {
	id: string;
	name: string;
	email: string;
	role: 'owner' | 'admin' | 'user' | 'limited_user';
	jobTitle: string;
	timeZone: string;
	color: string;
	teamIds: string[];
}

export interface EscalationPolicy {
	id: string;
	name: string;
	description: string;
	numLoops: number;
	/** Level 1 first. */
	rules: Array<{ id: string; delayMinutes: number; userIds: string[] }>;
	teamIds: string[];
}

export interface Service {
	id: string;
	name: string;
	description: string;
	policyId: string;
	teamIds: string[];
	urgency: Urgency;
	createdAt: string;
	/** Events API v2 integration. */
	integration: { id: string; key: string };
}

export interface Priority {
	id: string;
	name: string;
	description: string;
	/** Six hex digits. */
	color: string;
}

export interface IncidentType {
	id: string;
	name: string;
	displayName: string;
	description: string | null;
	enabled: boolean;
	createdAt: string;
}

/** Who did something: a user, or a service through its integration. */
export type Agent = { type: 'user'; id: string } | { type: 'service'; id: string };

export interface ConferenceBridge {
	conference_number?: string;
	conference_url?: string;
}

export interface Incident {
	id: string;
	number: number;
	title: string;
	status: IncidentStatus;
	urgency: Urgency;
	createdAt: string;
	updatedAt: string;
	resolvedAt: string | null;
	reopenedAt: string | null;
	lastStatusChangeAt: string;
	lastStatusChangeBy: Agent;
	/** De-duplication key; a random one where the creator gave none. */
	incidentKey: string;
	serviceId: string;
	policyId: string;
	level: number;
	assignedVia: 'escalation_policy' | 'direct_assignment';
	assignments: Array<{ userId: string; at: string }>;
	acknowledgements: Array<{ userId: string; at: string }>;
	priorityId: string | null;
	incidentType: string;
	conferenceBridge: ConferenceBridge | null;
	/** Text of the body, as created. */
	details: string | null;
	/** Set while it is snoozed: when it triggers again. */
	snoozedUntil?: string;
	/** Values of custom fields by their ids. */
	customFields?: Record<string, FieldValue>;
	/** The incident that it was merged into. */
	mergedInto?: string;
}

export type LogEntryKind =
	| 'trigger'
	| 'acknowledge'
	| 'unacknowledge'
	| 'resolve'
	| 'assign'
	| 'escalate'
	| 'delegate'
	| 'notify'
	| 'annotate'
	| 'snooze'
	| 'urgency_change'
	| 'field_value_change'
	| 'custom_field_value_change';

/** In which ways PagerDuty tells people. */
export type NotificationWay = 'email' | 'phone' | 'push' | 'sms';

export interface LogEntry {
	id: string;
	kind: LogEntryKind;
	createdAt: string;
	incidentId: string;
	agent: Agent;
	summary: string;
	channel: { type: string; [key: string]: unknown };
	note?: string;
	assigneeIds?: string[];
	/** Whom PagerDuty told of the incident, and how. */
	notified?: { userId: string; way: NotificationWay };
	changeset?: string[];
	/** What will happen by itself, as a snooze has changed it. */
	changedActions?: Array<{ type: string; at: string }>;
}

export interface Note {
	id: string;
	incidentId: string;
	userId: string;
	content: string;
	createdAt: string;
	/** Where it was changed since. */
	updatedAt?: string;
}

export interface Subscription {
	id: string;
	deliveryMethodId: string;
	active: boolean;
	description: string | null;
	url: string;
	customHeaders: Array<{ name: string; value: string }>;
	events: string[];
	filter: { type: 'account_reference' | 'service_reference' | 'team_reference'; id?: string };
	/** The OAuth client that is to sign in at the receiver. The sandbox keeps it and does nothing with it. */
	oauthClientId?: string;
	/** Live signing secrets, newest first; more than one only while one is being rotated. */
	secrets: string[];
	createdAt: string;
	/** Set while it is temporarily disabled: when that ends. */
	disabledUntil: string | null;
	/** Deliveries given up in a row. */
	drops: number;
}

/** One attempt to deliver one event. */
export interface Delivery {
	/** `X-Webhook-Id`: the same for all attempts. */
	webhookId: string;
	subscriptionId: string;
	eventId: string;
	eventType: string;
	incidentId: string | null;
	url: string;
	attempt: number;
	at: string;
	/** `X-PagerDuty-Signature` as sent. */
	signature: string;
	/** The raw body as sent. */
	body: string;
	/** HTTP status of the receiver, or null when there was none. */
	status: number | null;
	error: string | null;
	/** `pending` while the receiver has not answered. */
	outcome: 'pending' | 'delivered' | 'retrying' | 'dropped';
	durationMs: number;
}
