import { PagerDutyTrigger } from '../../nodes/PagerDuty/PagerDutyTrigger.node';
import { scopes } from '../../nodes/PagerDuty/webhook/subscription/api';
import { sandboxKeys, type Sandbox } from '../../sandbox';
import { credentialsFor } from '../support/operations/desk';
import { LiveTrigger } from '../support/liveTrigger';
import { TriggerWorkflow } from '../support/triggerWorkflow';
import { Told, type Call } from './calls';

interface Plan {
	/** The one request that another patrol has not shown already. */
	readonly request?: Call['request'];
	/** What happens to the subscription before the patrol comes. */
	happen?(sandbox: Sandbox, id: string): Promise<unknown> | void;
}

const subscriptions = '/webhook_subscriptions';

async function remove(sandbox: Sandbox, id: string): Promise<void> {
	const headers = {
		Authorization: `Token token=${sandboxKeys.account}`,
		Accept: 'application/vnd.pagerduty+json;version=2',
	};
	await fetch(`${sandbox.url}${subscriptions}/${id}`, { method: 'DELETE', headers });
	expect(sandbox.subscriptions()).toEqual([]);
}

const plans: Record<string, Plan> = {
	'all in order': {},
	'disabled by PagerDuty': {
		request: { line: `POST ${subscriptions}/{id}/enable` },
		happen: (sandbox, id) => sandbox.disableSubscription(id),
	},
	'deleted in PagerDuty': { request: { line: `POST ${subscriptions}` }, happen: remove },
	'deleted in PagerDuty, test event of the new one': {
		request: { line: `POST ${subscriptions}/{id}/ping` },
		happen: remove,
	},
};

/** n8n's own log, as every node sees it. */
const { logger } = new TriggerWorkflow(new PagerDutyTrigger(), {}, '', {}).hook('trigger', 'activate');

/** A patrol throws nothing: what n8n's log says is what a person gets to read. */
async function patrol(trigger: LiveTrigger, sandbox: Sandbox): Promise<void> {
	const warn = jest.spyOn(logger, 'warn').mockImplementation();
	try {
		await trigger.tick();
		await sandbox.settled();
		expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
		const [line] = warn.mock.calls[0] ?? [];
		if (line === undefined) return;
		const [, title = '', advice = ''] = /looked after: (.*?)\. (.*)$/.exec(String(line)) ?? [];
		throw new Told(title, advice);
	} finally {
		warn.mockRestore();
	}
}

/** The looks that an active webhook trigger takes at its subscriptions every five minutes. */
export const patrolCalls: readonly Call[] = Object.entries(plans).map(
	([title, { request, happen }]): Call => {
		let trigger: LiveTrigger | undefined;
		return {
			title: `patrol: ${title}`,
			scopes,
			request,
			begin: async ({ desk: { sandbox }, authentication }) => {
				const started = new LiveTrigger({
					parameters: { authentication },
					credentials: credentialsFor(sandbox),
				});
				trigger = started;
				await started.serve();
				await started.activate();
				await happen?.(sandbox, sandbox.subscriptions()[0]?.id ?? '');
				return async () => await patrol(started, sandbox);
			},
			proof: async () => expect(await trigger?.exists()).toBe(true),
			end: async () => await trigger?.close(),
		};
	},
);
