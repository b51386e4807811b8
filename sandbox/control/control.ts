import type { FastifyInstance } from 'fastify';
import type { Account } from '../account';
import type { Fault } from '../http/faults';
import type { IncidentChange } from '../incidents/step';
import type { RecordedRequest } from '../http/recorder';
import { plant, type Seed } from '../seed/company';
import type { Schedule } from '../schedules/schedule';
import type { Settings } from '../settings';
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
import type { BusinessService } from '../world/businessServices';
import type { AutomationAction, IncidentWorkflow, Invocation, WorkflowInstance } from '../world/automation';
import type { ChangeEvent } from '../world/changeEvents';
import type { StatusPage, StatusPagePost, StatusTemplate } from '../world/statusPages';
import type { MaintenanceWindow } from '../world/maintenance';

import type { NewAlert } from '../incidents/alerts';
import type { Alert } from '../world/alerts';
import { Autosave } from '../world/autosave';
import { Outage } from '../outage/outage';
import { emit, type EmitOptions } from './emit';
import * as drive from './incidents';
import { override, type Override } from './schedules';
import type { SandboxOptions } from './options';
import * as rotate from './subscriptions';

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
	trigger(start?: drive.TriggerOptions): Incident;
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
	addIncidents(count: number, overrides?: drive.Overrides): Incident[];
	/** Sends an event of any type, also of one that the sandbox does not cause or does not know. */
	emit(eventType: string, options?: EmitOptions): void;
	/** A story of six minutes, from a deployment that breaks something to its rollback, for demos and tests. */
	readonly outage: Outage;
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

/** The object that tests hold; `url` is set once the server listens. */
export function createControl(account: Account, app: FastifyInstance, options: SandboxOptions): Sandbox {
	const { world, queue } = account;
	const initial = structuredClone(account.settings);
	const routes: Array<{ method: string; path: string }> = [];
	app.addHook('onRoute', ({ method, path }) => {
		for (const one of [method].flat()) routes.push({ method: one, path });
	});
	const outage = new Outage(account);
	const autosave = options.stateFile === undefined ? undefined : new Autosave(world, options.stateFile);
	if (autosave) account.onChange(() => autosave.changed());
	return {
		url: '',
		outage,
		reset: (seed = options.seed ?? 'company') => {
			outage.reset();
			queue.clear();
			account.clock.reset();
			plant(world, seed);
			Object.assign(account.settings, structuredClone(initial));
			account.faults.clear();
			account.restLimiter.clear();
			account.eventsLimiter.clear();
			account.requests.length = 0;
			account.changed();
		},
		close: async () => {
			outage.stop();
			queue.clear();
			await app.close();
			await autosave?.flush();
		},
		fail: (fault) => account.faults.add(fault),
		recover: () => account.faults.clear(),
		settings: (change) => void Object.assign(account.settings, change),
		routes: () => routes,
		requests: () => account.requests,
		deliveries: () => world.deliveries,
		advance: async (ms) => {
			account.clock.advance(ms);
			account.pauses.wakeDue();
			account.changed();
			// What was woken continues in later microtasks; then it counts as unsettled.
			await new Promise((resolve) => setImmediate(resolve));
			await queue.settled();
		},
		settled: () => queue.settled(),
		trigger: (start) => drive.trigger(account, start),
		acknowledge: (id, userId) => drive.change(account, id, { status: 'acknowledged' }, userId),
		resolve: (id, userId) => drive.change(account, id, { status: 'resolved' }, userId),
		note: (id, text, userId, at) => drive.note(account, id, text, userId, at),
		alert: (id, alert) => drive.alert(account, id, alert),
		replyToRequest: (id, userId, state) => drive.replyToRequest(account, id, userId, state),
		change: (id, wanted, userId) => drive.change(account, id, wanted, userId),
		override: (id, shift) => override(account, id, shift),
		addIncidents: (count, overrides) => drive.addIncidents(account, count, overrides),
		emit: (eventType, about) => emit(account, eventType, about),
		rotateSecret: (id, keepOld) => rotate.rotateSecret(account, id, keepOld),
		endRotation: (id) => rotate.endRotation(account, id),
		disableSubscription: (id) => rotate.disable(account, id),
		incidents: () => [...world.incidents.values()],
		incident: (id) => world.incidentByIdOrNumber(id),
		notes: (id) => world.notes.get(id) ?? [],
		alerts: (id) => world.alerts.get(id) ?? [],
		log: (id) => world.logEntries.get(id) ?? [],
		services: () => [...world.services.values()],
		incidentWorkflows: () => [...world.incidentWorkflows.values()],
		workflowInstances: () => [...world.workflowInstances.values()],
		actions: () => [...world.automationActions.values()],
		invocations: () => [...world.invocations.values()],
		statusPages: () => [...world.statusPages.values()],
		statusPagePosts: () => [...world.statusPagePosts.values()],
		templates: () => [...world.templates.values()],
		changeEvents: () => [...world.changeEvents.values()],
		users: () => [...world.users.values()],
		teams: () => [...world.teams.values()],
		escalationPolicies: () => [...world.policies.values()],
		priorities: () => [...world.priorities.values()],
		schedules: () => [...world.schedules.values()],
		maintenanceWindows: () => [...world.maintenanceWindows.values()],
		businessServices: () => [...world.businessServices.values()],
		subscriptions: () => [...world.subscriptions.values()],
	};
}
