import { changeKinds, kindOf } from '../../../nodes/PagerDuty/polling/form/events';
import { eventTypeOf, needIncidentLogs } from '../../../nodes/PagerDuty/incidentLog/eventType';
import { eventTypes } from '../../../nodes/PagerDuty/webhook/form/events';
import { describeWithOpenApi, loadOpenApi } from '../../support/openapi';
import { at } from '../../support/openapi-schema';

const offered = changeKinds.map(({ value }) => value);

describe('kinds of changes', () => {
	it('have the names that webhooks use, where webhooks tell of the same', () => {
		const known = new Map(eventTypes.map(({ name, value }) => [value, name]));
		const shared = changeKinds.filter(({ value }) => known.has(value));
		expect(shared.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['incident.triggered', 'incident.acknowledged', 'incident.priority_updated']),
		);
		for (const { name, value } of shared) expect(name).toBe(known.get(value));
	});

	it.each([
		[{ summary: 'Priority changed from P3 to P1 by Maya' }, 'incident.priority_updated'],
		[{ changeset: ['Priority changed to P1'] }, 'incident.priority_updated'],
		[{ summary: 'Reopened by Maya' }, 'incident.reopened'],
		[{ summary: 'Title changed' }, 'incident.field_updated'],
	])('tell fields apart by what the log says: %j', (words, expected) => {
		expect(eventTypeOf({ type: 'field_value_change_log_entry', ...words })).toBe(expected);
	});

	it('have one for what nobody knows yet, under its own name', () => {
		const event = eventTypeOf({ type: 'teleport_log_entry' });
		expect([event, kindOf(event)]).toEqual(['incident.teleport', 'incident.other']);
	});

	it('know which of them only the log of an incident shows, also when it is chosen alone or beside others', () => {
		const alone = offered.filter((kind) => needIncidentLogs([kind]));
		expect(alone.toSorted()).toEqual([
			'incident.custom_field_values.updated',
			'incident.field_updated',
			'incident.priority_updated',
			'incident.reopened',
		]);
		for (const kind of alone) expect(needIncidentLogs(['incident.triggered', kind])).toBe(true);
		expect(needIncidentLogs(['incident.triggered', 'incident.other'])).toBe(false);
	});
});

describeWithOpenApi("kinds of changes, by PagerDuty's OpenAPI document", () => {
	it('name every type of log entry that the document knows', () => {
		const { rest } = loadOpenApi() ?? {};
		const types = at(rest ?? {}, '#/components/schemas/LogEntry/allOf/1/properties/type/enum');
		const kinds = Array.isArray(types) ? types.map((type) => kindOf(eventTypeOf({ type }))) : [];
		expect(kinds.length).toBeGreaterThan(15);
		expect(offered).toEqual(expect.arrayContaining(kinds));
		expect(kinds).not.toContain('incident.other');
	});
});
