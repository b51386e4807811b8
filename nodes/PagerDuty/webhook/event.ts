import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../api/answer';

/** What we rely on in an event. The rest is whatever PagerDuty sends, now and later. */
const shape = z.object({
	event: z.object({ id: z.string().optional().catch(undefined), event_type: z.string().min(1) }),
});

/** One v3 webhook event. Source: https://developer.pagerduty.com/docs/webhooks-overview */
export interface PagerDutyEvent {
	readonly id?: string;
	readonly type: string;
	/** What the event is about; its `type` says which kind of object it is. */
	readonly data: IDataObject;
	/** The whole event, exactly as PagerDuty sent it. */
	readonly json: IDataObject;
}

/** Reads the bytes that were signed, and not what a parser before us made of them. @returns undefined for anything but an event */
export function readEvent(body: Buffer): PagerDutyEvent | undefined {
	const sent = parse(body.toString('utf8'));
	const known = shape.safeParse(sent);
	const json = isObject(sent) ? sent.event : undefined;
	if (!known.success || !isObject(json)) return undefined;
	const { id, event_type: type } = known.data.event;
	return { id, type, data: isObject(json.data) ? json.data : {}, json };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
