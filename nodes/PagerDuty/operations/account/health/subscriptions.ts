import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { allRows } from '../../../api/pages';
import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { isOfWorkflow, workflowIn } from '../../../api/workflowMark';
import { concern, fine, notFoundOut, type Line, type Settled } from './line';

/** All that the credential may see. operationId listWebhookSubscriptions */
export const subscriptions = async (api: Api): Promise<IDataObject[]> =>
	await allRows(api, get(path`/webhook_subscriptions`), 'webhook_subscriptions');

/**
 * State of the webhook subscriptions that triggers of this n8n created. Addresses are not shown: whoever knows one can
 * send to it.
 */
export function subscriptionsLine({ host }: Api, found: Settled<IDataObject[]>): Line {
	const check = 'webhookSubscriptions';
	if ('error' in found) return notFoundOut(check, found.error);
	const home = homeOf(host);
	const ours = found.result.filter((row) => isOfWorkflow(row.description) && sendsTo(home, row));
	const named = (rows: readonly IDataObject[]) =>
		rows.map(({ description }) => workflowIn(String(description))).join(', ');
	const disabled = ours.filter((row) => methodOf(row).temporarily_disabled === true);
	const off = ours.filter((row) => row.active === false && !disabled.includes(row));
	const facts = {
		count: ours.length,
		not_delivering: [...disabled, ...off].map(({ id, description }) => ({
			id,
			workflow: workflowIn(String(description)),
		})),
	};
	if (disabled.length > 0)
		return concern(
			'error',
			check,
			`PagerDuty has disabled webhook subscriptions for a day, because events were refused: ${named(disabled)}`,
			'The trigger enables them again within five minutes while its workflow is published. If this happens again, look for what answers with an error between PagerDuty and this n8n: a proxy or a firewall.',
			facts,
		);
	if (off.length > 0)
		return concern(
			'warning',
			check,
			`Webhook subscriptions are switched off: ${named(off)}`,
			'Publish (activate) the workflow again, or switch them on in PagerDuty (Integrations > Generic Webhooks). Delete there what no workflow needs.',
			facts,
		);
	const what = ours.length === 1 ? 'webhook subscription' : 'webhook subscriptions';
	return fine(
		check,
		ours.length === 0
			? 'No workflow of this n8n has a webhook subscription'
			: `${ours.length} ${what} of this n8n: all of them deliver`,
		facts,
	);
}

const methodOf = ({ delivery_method: method }: IDataObject) => (isObject(method) ? method : {});

/** Where addresses of this n8n's webhooks begin; empty where it is not known, and then those of all n8n count. */
function homeOf(host: Api['host']): string {
	// An execution knows the address at which it could be resumed: `https://n8n.example.com/webhook-waiting/17`.
	const execution: unknown = 'getWorkflowDataProxy' in host ? host.getWorkflowDataProxy(0).$execution : {};
	const address: unknown = Object(execution).resumeUrl;
	return typeof address === 'string' && URL.canParse(address) ? new URL('..', address).href : '';
}

function sendsTo(home: string, row: IDataObject): boolean {
	const { url } = methodOf(row);
	return typeof url === 'string' && URL.canParse(url) && new URL(url).href.startsWith(home);
}
