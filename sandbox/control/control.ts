import type { FastifyInstance } from 'fastify';
import type { Account } from '../account';
import { Outage } from '../outage/outage';
import { plant } from '../seed/company';
import { Autosave } from '../world/autosave';
import { emit } from './emit';
import * as drive from './incidents';
import type { SandboxOptions } from './options';
import type { Sandbox } from './sandbox';
import { override } from './schedules';
import * as rotate from './subscriptions';

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
		inbox: account.inbox,
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
			account.inbox.clear();
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
