import type { Fault } from '../http/faults';
import type { IncidentChange } from '../incidents/step';
import type { NewAlert } from '../incidents/alerts';
import type { RecordedRequest } from '../http/recorder';
import type { Inbox } from '../inbox/inbox';
import type { Outage } from '../outage/outage';
import type { Seed } from '../seed/company';
import type { Schedule } from '../schedules/schedule';
import type { Settings } from '../settings';
import type { Alert } from '../world/alerts';
import type { AutomationAction, IncidentWorkflow, Invocation, WorkflowInstance } from '../world/automation';
import type { BusinessService } from '../world/businessServices';
import type { ChangeEvent } from '../world/changeEvents';
import type {
	Delivery,
	EscalationPolicy,
	Incident,
	LogEntry,
	Note,
	Priority,
	Service,
	Subscription,
	Team,
	User,
} from '../world/entities';
import type { MaintenanceWindow } from '../world/maintenance';
import type { StatusPage, StatusPagePost, StatusTemplate } from '../world/statusPages';
import type { EmitOptions } from './emit';
import type { Overrides, TriggerOptions } from './incidents';
import type { Override } from './schedules';

/** A running sandbox. Everything here is also under `/_sandbox/` by HTTP. What it returns is to be read, not changed. */
export interface Sandbox {
	/** `http://127.0.0.1:<port>`: base of REST, `/v2/enqueue`, `/oauth/…` and the page. */
	url: string;
	/** Back to the seed: state, clock, settings, faults, rate limits and everything recorded. */
	reset(seed?: Seed): void;
	/** Saves the state (with a state file) and stops. */
	close(): Promise<void>;
	/** Lets the next matching request go wrong. */
	fail(fault: Fault): void;
	/** Nothing goes wrong any more: faults that are still to strike are forgotten. */
	recover(): void;
	settings(change: Partial<Settings>): void;
	/** Every route that there is; variables of a path begin with a colon. */
	routes(): ReadonlyArray<{ method: string; path: string }>;
	/** Requests to the API so far, oldest first. */
	requests(): readonly RecordedRequest[];
	/** Attempts at deliveries so far, oldest first. */
	deliveries(): readonly Delivery[];
	/** Moves the clock on by `ms` and resolves when the retries that are due were made. */
	advance(ms: number): Promise<void>;
	/** Resolves once every event was answered, given up, or waits for a retry. */
	settled(): Promise<void>;
	/** Opens an incident as its assignee would on the website; webhooks are told. */
	trigger(start?: TriggerOptions): Incident;
	/** Acts as the assignee unless a user is named; webhooks are told. @throws what the API would answer */
	acknowledge(incidentId: string, userId?: string): Incident;
	resolve(incidentId: string, userId?: string): Incident;
	/** With a time in the past (ISO 8601) it is as PagerDuty sometimes is: a change shows up late. */
	note(incidentId: string, text: string, userId?: string, at?: string): Note;
	/** Adds an alert to an incident, as PagerDuty's grouping does; webhooks are not told. */
	alert(incidentId: string, alert: NewAlert): Alert;
	/** A user who was asked to help joins or declines; webhooks are told. */
	replyToRequest(incidentId: string, userId: string, state: 'joined' | 'declined'): void;
	/** Changes anything else about an incident, as a person on the website; ids are those of records that exist. */
	change(incidentId: string, change: IncidentChange, userId?: string): Incident;
	/** Puts somebody on call in place of whoever a schedule says, for a time (ISO 8601). */
	override(scheduleId: string, shift: Override): void;
	/** Puts many incidents there at once, one minute apart up to now; webhooks are not told. */
	addIncidents(count: number, overrides?: Overrides): Incident[];
	/** Sends an event of any type, also of one that the sandbox does not cause or does not know. */
	emit(eventType: string, options?: EmitOptions): void;
	/** A story of six minutes, from a deployment that breaks something to its rollback, for demos and tests. */
	readonly outage: Outage;
	/** What workflows have sent to people: chat messages (POST `/_sandbox/chat`) and emails. */
	readonly inbox: Inbox;
	/** Where emails are taken by SMTP, without TLS and without a password; undefined where none are. */
	mailPort?: number;
	/** Gives a subscription a new secret beside the old one (`keepOld`, default) or instead of it; the new one is returned. */
	rotateSecret(subscriptionId: string, keepOld?: boolean): string;
	/** Ends a rotation: only the newest secret stays. */
	endRotation(subscriptionId: string): void;
	/** Disables a subscription as three refused deliveries do. */
	disableSubscription(subscriptionId: string): void;
	incidents(): readonly Incident[];
	incident(id: string): Incident | undefined;
	notes(incidentId: string): readonly Note[];
	/** Oldest first. */
	alerts(incidentId: string): readonly Alert[];
	/** What happened to an incident, oldest first. */
	log(incidentId: string): readonly LogEntry[];
	services(): readonly Service[];
	incidentWorkflows(): readonly IncidentWorkflow[];
	/** Starts of workflows, oldest first. */
	workflowInstances(): readonly WorkflowInstance[];
	actions(): readonly AutomationAction[];
	invocations(): readonly Invocation[];
	statusPages(): readonly StatusPage[];
	statusPagePosts(): readonly StatusPagePost[];
	templates(): readonly StatusTemplate[];
	changeEvents(): readonly ChangeEvent[];
	users(): readonly User[];
	teams(): readonly Team[];
	escalationPolicies(): readonly EscalationPolicy[];
	priorities(): readonly Priority[];
	schedules(): readonly Schedule[];
	maintenanceWindows(): readonly MaintenanceWindow[];
	businessServices(): readonly BusinessService[];
	/** With their secrets. */
	subscriptions(): readonly Subscription[];
}
