import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { path } from '../../api/path';
import { post } from '../../api/request';
import { wrongShape } from '../../api/shape';
import { field } from '../../fields/field';

export const dryRun = field({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description:
		'Whether to check everything and send nothing: nobody is paged, and the output says what would have been sent',
});

const paths = { alert: path`/v2/enqueue`, change: path`/v2/change/enqueue` } as const;

/** PagerDuty takes 512 KB. Source: https://developer.pagerduty.com/docs/events-api-v2-overview */
const sizeLimit = 512 * 1024;
/** What the key adds to the body: `"routing_key":"…",` with 32 characters. */
const keySize = 50;

/**
 * Sends an event, or says what would be sent.
 *
 * @returns PagerDuty's answer: `status`, `message` and, of alerts, `dedup_key`
 * @throws NodeOperationError when it is too large, or PagerDuty's answer says nothing; NodeApiError when it is refused
 */
export async function send(
	api: Api,
	kind: keyof typeof paths,
	body: IDataObject,
	isDryRun = false,
): Promise<IDataObject> {
	demandSize(api, body);
	if (isDryRun) {
		const { dedup_key: key } = body;
		const message = 'Nothing was sent: this is a dry run';
		return { status: 'dry run', message, ...(key === undefined ? {} : { dedup_key: key }), would_send: body };
	}
	const request = post(paths[kind], body);
	const answer = await api.call(request);
	if (typeof answer.status !== 'string') throw wrongShape(api, request, 'status');
	return answer;
}

function demandSize(api: Api, body: IDataObject): void {
	const size = Buffer.byteLength(JSON.stringify(body)) + keySize;
	if (size <= sizeLimit) return;
	const kilobytes = Math.ceil(size / 1024).toLocaleString('en-US');
	throw new NodeOperationError(
		api.host.getNode(),
		`The event has ${kilobytes} KB, and PagerDuty takes no more than 512 KB`,
		{ description: 'Nothing was sent. Send less in Custom Details, and link to the rest.' },
	);
}
