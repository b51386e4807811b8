import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { PagerDutyTrigger } from '../../../nodes/PagerDuty/PagerDutyTrigger.node';
import { sandboxKeys, startSandbox, type Sandbox } from '../../../sandbox';
import { LiveTrigger } from '../../support/liveTrigger';
import type { TriggerOptions } from '../../support/triggerOptions';
import { TriggerWorkflow } from '../../support/triggerWorkflow';

type Sandboxed = ReturnType<Sandbox['subscriptions']>[number];

let sandbox: Sandbox | undefined;
const triggers: LiveTrigger[] = [];

const headers = {
	Authorization: `Token token=${sandboxKeys.account}`,
	Accept: 'application/vnd.pagerduty+json;version=2',
	'Content-Type': 'application/json',
};

/** A sandbox of its own for each test. */
export const account = {
	async start() {
		sandbox = await startSandbox({ strict: true });
	},
	sandbox(): Sandbox {
		if (!sandbox) throw new Error('No sandbox was started.');
		return sandbox;
	},
	async put(path: string, body: object) {
		await axios.put(`${this.sandbox().url}${path}`, body, { headers, proxy: false });
	},
};

/** A trigger that talks to the sandbox and can be reached by it. */
export async function live(parameters: INodeParameters = {}, more: TriggerOptions = {}) {
	const credentials = {
		pagerDutyTokenApi: { region: 'custom', baseUrl: account.sandbox().url, apiToken: sandboxKeys.account },
	};
	const trigger = await new LiveTrigger({ parameters, credentials, ...more }).serve();
	triggers.push(trigger);
	return trigger;
}

/** Somebody deletes a subscription in PagerDuty. */
export async function lost(id: string) {
	await axios.delete(`${account.sandbox().url}/webhook_subscriptions/${id}`, { headers, proxy: false });
}

/** Somebody has PagerDuty send a test event. */
export async function pinged(id: string) {
	await axios.post(
		`${account.sandbox().url}/webhook_subscriptions/${id}/ping`,
		{},
		{ headers, proxy: false },
	);
}

/** Subscriptions that somebody else made. */
export async function foreign(
	count: number,
	make: (index: number) => { url: string; description?: string; filter?: { type: string; id?: string } },
) {
	for (let index = 0; index < count; index++) {
		const { url, description = 'somebody else', filter = { type: 'account_reference' } } = make(index);
		const webhook_subscription = {
			type: 'webhook_subscription',
			delivery_method: { type: 'http_delivery_method', url },
			description,
			events: ['incident.triggered'],
			filter,
		};
		const body = { webhook_subscription };
		await axios.post(`${account.sandbox().url}/webhook_subscriptions`, body, { headers, proxy: false });
	}
}

export async function closeAll() {
	await sandbox?.close();
	await Promise.all(triggers.splice(0).map((trigger) => trigger.close()));
}

/** PagerDuty sends one event. @returns how often the trigger started its workflow for it */
export async function heard(trigger: LiveTrigger): Promise<number> {
	const before = trigger.executions.length;
	account.sandbox().trigger();
	await account.sandbox().settled();
	return trigger.executions.length - before;
}

/** The one subscription that there is. */
export function only() {
	const subscriptions = account.sandbox().subscriptions();
	expect(subscriptions).toHaveLength(1);
	return subscriptions[0]!;
}

/** What PagerDuty sends along with every delivery of a subscription: only PagerDuty and who made it know that. */
export const badgeOf = ({ id, customHeaders }: Sandboxed) => ({
	'X-Webhook-Subscription': id,
	...Object.fromEntries(customHeaders.map(({ name, value }) => [name, value])),
});

/** The log of n8n, as every node writes to it. */
export function watchLog() {
	const { logger } = new TriggerWorkflow(new PagerDutyTrigger(), {}, '', {}).hook('trigger', 'activate');
	const warn = jest.spyOn(logger, 'warn').mockImplementation();
	return { lines: () => warn.mock.calls.map(([line]) => String(line)), stop: () => warn.mockRestore() };
}
