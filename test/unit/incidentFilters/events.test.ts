import { apply, checksIn } from '../../../nodes/PagerDuty/incidentFilters/checks';
import { incidentIn } from '../../../nodes/PagerDuty/webhook/delivery/incidentIn';
import { readEvent, type PagerDutyEvent } from '../../../nodes/PagerDuty/webhook/delivery/event';
import { eventBody } from '../../support/signedDelivery';

const event = (data: object, type = 'incident.triggered'): PagerDutyEvent => {
	const read = readEvent(Buffer.from(eventBody({ event_type: type, data })));
	if (!read) throw new Error('This is no event.');
	return read;
};
const matchesFilters = (of: PagerDutyEvent, filters: object) =>
	apply(checksIn(filters).checks, incidentIn(of).known).passes;
const incident = event({
	type: 'incident',
	title: 'Checkout is down',
	urgency: 'high',
	priority: { id: 'PSO75BM', summary: 'P1', type: 'priority_reference' },
	escalation_policy: { id: 'PUS0KTE', summary: 'Default', type: 'escalation_policy_reference' },
});
const withoutPriority = event({
	type: 'incident',
	title: 'Disk is full',
	urgency: 'low',
	priority: null,
	escalation_policy: { id: 'PUS0KTF', summary: 'Nights' },
});
const note = event(
	{ type: 'incident_note', incident: { id: 'Q1', summary: 'Checkout is down' }, content: 'Looking' },
	'incident.annotated',
);
const service = event({ type: 'service', id: 'PF9KMXH', summary: 'Checkout API' }, 'service.updated');

describe('filters', () => {
	it('let everything through when none is set', () => {
		for (const each of [incident, withoutPriority, note, service])
			expect(matchesFilters(each, {})).toBe(true);
		const empty = { priorityIds: [], escalationPolicyIds: '', titleContains: ' ' };
		for (const each of [incident, withoutPriority, note, service])
			expect(matchesFilters(each, empty)).toBe(true);
	});

	it.each([
		[{ urgency: 'high' }, true, false],
		[{ urgency: 'low' }, false, true],
		[{ priorityIds: ['PSO75BM', 'POTHER'] }, true, false],
		[{ priorityIds: ['POTHER'] }, false, false],
		[{ priorityIds: 'p2, p1' }, true, false],
		[{ escalationPolicyIds: ['PUS0KTE'] }, true, false],
		[{ escalationPolicyIds: 'default' }, true, false],
		[{ titleContains: 'CHECKOUT' }, true, false],
		[{ titleContains: 'disk' }, false, true],
		[{ urgency: 'high', titleContains: 'disk' }, false, false],
	])('%j keep what does not fit away', (filters, first, second) => {
		expect([matchesFilters(incident, filters), matchesFilters(withoutPriority, filters)]).toEqual([
			first,
			second,
		]);
	});

	it('judge only what an event says: notes by the title of their incident, and nothing else by what it lacks', () => {
		const strict = { urgency: 'low', priorityIds: ['POTHER'], escalationPolicyIds: ['POTHER'] };
		expect(matchesFilters(note, strict)).toBe(true);
		expect(matchesFilters(service, { ...strict, titleContains: 'refund' })).toBe(true);
		expect(matchesFilters(note, { titleContains: 'checkout' })).toBe(true);
		expect(matchesFilters(note, { titleContains: 'refund' })).toBe(false);
	});
});
