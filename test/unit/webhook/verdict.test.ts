import { checksIn } from '../../../nodes/PagerDuty/incidentFilters/checks';
import { replies, type Reply } from '../../../nodes/PagerDuty/webhook/delivery/replies';
import { verdictOf, type Form } from '../../../nodes/PagerDuty/webhook/delivery/verdict';
import { eventBody, signature } from '../../support/signedDelivery';

const secret = 'the-signing-secret';
const form: Form = { events: ['incident.triggered'], checks: [] };
const json = { 'content-type': 'application/json' };
const longAgo = eventBody({ occurred_at: '2024-02-29T12:00:00Z' });
const farAhead = eventBody({ occurred_at: '2099-01-01T00:00:00Z' });

/** The verdict on a body that was signed. */
const ofSigned = (body: string, chosen: Form = form) =>
	verdictOf(
		{ headers: { ...json, 'x-pagerduty-signature': signature(secret, body) }, body: Buffer.from(body) },
		[secret],
		chosen,
	);

describe('the verdict on a delivery that is signed', () => {
	it('is the event, where it is chosen', () => {
		const body = eventBody({ id: '01XYZ' });
		expect(ofSigned(body)).toMatchObject({ kind: 'event', event: { json: JSON.parse(body).event } });
	});

	it.each([
		['a test event', eventBody({ event_type: 'pagey.ping' }), 'testEvent', replies.testEvent],
		['no event', '{"a":1}', 'settled', replies.noEvent],
		[
			'a type that is not chosen',
			eventBody({ event_type: 'incident.resolved' }),
			'settled',
			replies.notChosen,
		],
		['too old', longAgo, 'settled', replies.stale],
		['too far ahead', farAhead, 'settled', replies.early],
	])('is %s', (_, body, kind, reply) => {
		expect(ofSigned(body)).toMatchObject({ kind, reply });
	});

	it('is that the filters are not met', () => {
		const { checks } = checksIn({ urgency: 'low' });
		const chosen = { ...form, checks };
		expect(ofSigned(eventBody(), chosen)).toEqual({ kind: 'settled', reply: replies.filteredOut });
	});
});

describe('the verdict on a delivery that cannot be verified', () => {
	/** n8n evaluates expressions when it is read, which strangers must not cause. */
	const unread: Form = {
		get events(): never {
			throw new Error('The form was read.');
		},
		get checks(): never {
			throw new Error('The form was read.');
		},
	};
	const body = Buffer.from(eventBody());

	it('is that there is no secret, whatever comes', () => {
		expect(verdictOf({ headers: json, body }, [], unread)).toEqual({
			kind: 'noSecret',
			reply: replies.noSecret,
		});
	});

	it('is that JSON could not be read, and that anything else without a body is refused', () => {
		const headers = { 'content-type': 'multipart/form-data' };
		expect(verdictOf({ headers: json, body: undefined }, [secret], unread)).toEqual({
			kind: 'settled',
			reply: replies.unreadable,
		});
		expect(verdictOf({ headers, body: undefined }, [secret], unread)).toEqual({
			kind: 'unsigned',
			isTestEvent: false,
			reply: replies.unsigned,
		});
	});

	it.each([
		['an event', eventBody(), {}, false, replies.unsigned],
		['what claims to be a test event', eventBody({ event_type: 'pagey.ping' }), {}, true, replies.unsigned],
		[
			"an action of PagerDuty's incident workflows",
			'{"any":"body"}',
			{ 'user-agent': 'PagerDuty-Workflow-Automation/1.0' },
			false,
			replies.ofIncidentWorkflow,
		],
	])('is a refusal of %s', (_, text, headers, isTestEvent, reply) => {
		const received = { headers: { ...json, ...headers }, body: Buffer.from(text) };
		expect(verdictOf(received, [secret], unread)).toEqual({ kind: 'unsigned', isTestEvent, reply });
	});
});

describe('what the sender of a delivery is told', () => {
	it.each(Object.entries<Reply>(replies))('is a sentence of its own: %s', (_, { message }) => {
		expect(message).toMatch(/^[A-Z].{10,}[.?]$/);
		expect(Object.values(replies).filter((other) => other.message === message)).toHaveLength(1);
	});
});
