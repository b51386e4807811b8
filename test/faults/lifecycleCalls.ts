import { scopes } from '../../nodes/PagerDuty/webhook/subscription/api';
import { credentialsFor } from '../support/operations/desk';
import { LiveTrigger } from '../support/liveTrigger';
import type { Call, Stage } from './calls';

interface Plan {
	/** The one request that another call has not shown already. */
	readonly request?: Call['request'];
	/** Prepares what there is, and gives what n8n calls then. */
	begin(trigger: LiveTrigger, stage: Stage): Promise<() => Promise<unknown>>;
}

const subscriptions = '/webhook_subscriptions';

const watchServices = (trigger: LiveTrigger, { desk }: Stage, count: number) => {
	const services = desk.sandbox.services().slice(0, count);
	trigger.change({ scope: 'service', serviceIds: services.map(({ id }) => id) });
};

/** A workflow that is active; then something changes, and n8n activates it again. */
const again = (change: (trigger: LiveTrigger, stage: Stage) => void): Plan['begin'] => {
	return async (trigger, stage) => {
		await trigger.activate();
		change(trigger, stage);
		return async () => await trigger.activate();
	};
};

const plans: Record<string, Plan> = {
	'checkExists, subscription there': {
		begin: async (trigger) => {
			await trigger.activate();
			return async () => expect(await trigger.exists()).toBe(true);
		},
	},
	'create, nothing there': { begin: async (trigger) => async () => await trigger.activate() },
	'create, the second of two services': {
		request: { line: `POST ${subscriptions}`, earlier: 1 },
		begin: async (trigger, stage) => {
			watchServices(trigger, stage, 2);
			return async () => await trigger.activate();
		},
	},
	'create, disabled by PagerDuty': {
		request: { line: `POST ${subscriptions}/{id}/enable` },
		begin: again((_, { desk: { sandbox } }) =>
			sandbox.disableSubscription(sandbox.subscriptions()[0]?.id ?? ''),
		),
	},
	'create, other events chosen': {
		request: { line: `PUT ${subscriptions}/{id}` },
		begin: again((trigger) => trigger.change({ events: ['incident.resolved'] })),
	},
	'create, other scope chosen': {
		request: { line: `DELETE ${subscriptions}/{id}` },
		begin: again((trigger, stage) => watchServices(trigger, stage, 1)),
	},
	'delete, subscription there': {
		begin: async (trigger) => {
			await trigger.activate();
			return async () => await trigger.deactivate();
		},
	},
	'delete, nothing there': { begin: async (trigger) => async () => await trigger.deactivate() },
};

/** Every call in the life of the webhook trigger, as n8n makes it. */
export const lifecycleCalls: readonly Call[] = Object.entries(plans).map(
	([title, { request, begin }]): Call => {
		let trigger: LiveTrigger | undefined;
		return {
			title: `trigger: ${title}`,
			scopes,
			request,
			begin: async (stage) => {
				const { sandbox } = stage.desk;
				trigger = new LiveTrigger({
					parameters: { authentication: stage.authentication },
					credentials: credentialsFor(sandbox),
				});
				await trigger.serve();
				return await begin(trigger, stage);
			},
			proof: async () => {
				if (!title.startsWith('delete')) expect(await trigger?.exists()).toBe(true);
			},
			end: async () => await trigger?.close(),
		};
	},
);
