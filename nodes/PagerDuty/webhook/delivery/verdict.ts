import { apply, type Check } from '../../incidentFilters/checks';
import { readEvent, testEventType, type PagerDutyEvent } from './event';
import { freshnessOf } from './freshness';
import { incidentIn } from './incidentIn';
import { isJson, type Headers } from './rawBody';
import { replies, type Reply } from './replies';
import { isSigned } from './signature';

/** A delivery as it came. */
export interface Received {
	readonly headers: Headers;
	/** The bytes that were signed; undefined where they could not be read. */
	readonly body: Buffer | undefined;
}

/** What the form says of events. n8n evaluates expressions when a member is read. */
export interface Form {
	/** The chosen event types. */
	readonly events: readonly string[];
	readonly checks: readonly Check[];
}

/** What a delivery is, before anything is done about it. */
export type Verdict =
	/**
	 * An event that PagerDuty signed and that is chosen. It may be a repeat, and there may be filters of which it does not
	 * say whether it passes (`open`).
	 */
	| { readonly kind: 'event'; readonly event: PagerDutyEvent; readonly open: readonly Check[] }
	/** PagerDuty's test event, signed. */
	| { readonly kind: 'testEvent'; readonly reply: Reply }
	/** There is no secret to verify it with. */
	| { readonly kind: 'noSecret'; readonly reply: Reply }
	/** Its signature fits no secret. `isTestEvent` is what it claims to be. */
	| { readonly kind: 'unsigned'; readonly isTestEvent: boolean; readonly reply: Reply }
	/** Nothing is left to do but to answer. */
	| { readonly kind: 'settled'; readonly reply: Reply };

/**
 * Judges a delivery. Nothing that is not signed decides anything but how it is refused.
 *
 * @param secrets with which a signature may be made now
 * @param form read for signed events only
 */
export function verdictOf(received: Received, secrets: readonly string[], form: Form): Verdict {
	const { headers, body } = received;
	if (secrets.length === 0) return { kind: 'noSecret', reply: replies.noSecret };
	if (body === undefined && isJson(headers)) return { kind: 'settled', reply: replies.unreadable };
	if (body === undefined || !isSigned(body, headers['x-pagerduty-signature'], secrets)) {
		const isTestEvent = body !== undefined && readEvent(body)?.type === testEventType;
		return { kind: 'unsigned', isTestEvent, reply: refusalOf(headers) };
	}
	const event = readEvent(body);
	if (event === undefined) return { kind: 'settled', reply: replies.noEvent };
	if (event.type === testEventType) return { kind: 'testEvent', reply: replies.testEvent };
	const reply = reasonToIgnore(event, form);
	if (reply) return { kind: 'settled', reply };
	const { passes, open } = apply(form.checks, incidentIn(event).known);
	return passes ? { kind: 'event', event, open } : { kind: 'settled', reply: replies.filteredOut };
}

/** @returns undefined for an event that is chosen, and of the time in which PagerDuty delivers */
function reasonToIgnore(event: PagerDutyEvent, form: Form): Reply | undefined {
	if (!form.events.includes(event.type)) return replies.notChosen;
	const freshness = freshnessOf(event);
	if (freshness === 'fresh') return undefined;
	const occurredAt = new Date(event.occurredAt ?? Date.now()).toISOString();
	return { ...replies[freshness], details: `it occurred at ${occurredAt}` };
}

/** Chooses words only: the header can say anything, and nothing is accepted because of it. */
const refusalOf = ({ 'user-agent': sender = '' }: Headers): Reply =>
	/^PagerDuty-Workflow-Automation\b/i.test(sender) ? replies.ofIncidentWorkflow : replies.unsigned;
