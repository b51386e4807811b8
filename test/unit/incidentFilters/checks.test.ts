import { apply, checksIn } from '../../../nodes/PagerDuty/incidentFilters/checks';
import type { Known } from '../../../nodes/PagerDuty/incidentFilters/known';

/** `true`, `false`, or undefined where it cannot be told. */
function judge(filters: object, known: Known) {
	const { checks, faults } = checksIn(filters);
	expect(faults).toEqual([]);
	const { passes, open } = apply(checks, known);
	return passes ? (open.length === 0 ? true : undefined) : false;
}
const region = (value: unknown) => [{ id: 'PFIELD', name: 'region', display_name: 'Region', value }];
const fields = (...entries: Array<[string, string]>) => ({
	customFields: { fields: entries.map(([name, value]) => ({ name, value })) },
});

describe('a filter', () => {
	it.each<[string, object, Known, boolean | undefined]>([
		['of types', { incidentTypes: ['major_incident'] }, { incident_type: { name: 'major_incident' } }, true],
		[
			'of types',
			{ incidentTypes: ['major_incident'] },
			{ incident_type: { name: 'incident_default' } },
			false,
		],
		['of assignees', { assigneeIds: ['PUSER1'] }, { assignees: [{ id: 'PUSER1' }, { id: 'PUSER2' }] }, true],
		['of assignees', { assigneeIds: ['PUSER1'] }, { assignees: [] }, false],
		['of notes', { noteContains: '#RCA' }, { note: 'see #rca' }, true],
		['of notes', { noteMatches: '^#rca' }, { note: 'see #rca' }, false],
		['of notes, for what is no note,', { noteMatches: '^#rca' }, { note: null }, true],
		['of priorities', { priorityIds: ['P1'] }, { priority: null }, false],
		['of custom fields', fields(['Region', 'EU']), { custom_fields: region('eu') }, true],
		['of custom fields', fields(['PFIELD', 'us']), { custom_fields: region(['eu', 'us']) }, true],
		['of custom fields', fields(['region', 'eu']), { custom_fields: region(null) }, false],
		['of custom fields', fields(['tier', 'eu']), { custom_fields: region('eu') }, false],
		['of custom fields', fields(['region', '3']), { custom_fields: region(3) }, true],
		[
			'of custom fields',
			fields(['region', 'eu'], ['tier', '1']),
			{ some_custom_fields: region('us') },
			false,
		],
		[
			'of custom fields',
			fields(['region', 'eu'], ['tier', '1']),
			{ some_custom_fields: region('eu') },
			undefined,
		],
	])('%s %j', (_, filters, known, expected) => {
		expect(judge(filters, known)).toBe(expected);
	});

	it.each([
		{ assigneeIds: ['X'] },
		fields(['region', 'eu']),
		{ escalationPolicyIds: ['X'] },
		{ incidentTypes: ['X'] },
		{ noteContains: 'X' },
		{ noteMatches: 'X' },
		{ priorityIds: ['X'] },
		{ serviceIds: ['X'] },
		{ teamIds: ['X'] },
		{ titleContains: 'X' },
		{ titleMatches: 'X' },
		{ urgency: 'low' },
	])('%j says nothing about what is not known', (filters) => {
		expect(judge(filters, {})).toBeUndefined();
	});

	it.each([
		[{ titleMatches: '(' }, 'Title Matches', /regular expression/],
		[{ noteMatches: '(?=x)' }, 'Note Matches', /does not support/],
		[{ urgency: 'hgih' }, 'Urgency', /high, low/],
		[fields(['', 'eu']), 'Custom Fields', /without the name/],
		[fields(['region', ' ']), 'Custom Fields', /no value for "region"/],
	])('%j is faulty, and says why', (filters, label, reason) => {
		const { checks, faults } = checksIn({ ...filters, titleContains: 'disk' });
		expect(faults).toEqual([{ label, reason: expect.stringMatching(reason) }]);
		expect(checks.map((each) => each.label)).toEqual(['Title Contains']);
	});
});
