import type { IDataObject } from 'n8n-workflow';

import { summaryOf } from '../../../nodes/PagerDuty/operations/incident/context/summary';

const now = Date.parse('2026-03-01T12:00:00Z');

const incident: IDataObject = {
	incident_number: 7,
	title: 'Mail queue is growing',
	status: 'triggered',
	urgency: 'high',
	created_at: '2026-03-01T10:55:00Z',
	service: { id: 'P1', summary: 'Mail' },
	assignments: [{ assignee: { summary: 'Maya' } }],
};

/** What PagerDuty says where it knows nothing else. */
const nothing: IDataObject = {
	incident,
	alerts: [],
	notes: [],
	timeline: [],
	related_changes: [],
	service_changes: [],
	past_incidents: [],
	related_incidents: [],
	on_call: [],
	service: { status: 'critical' },
	maintenance_windows: [],
	missing: [],
};
const summary = (more: IDataObject = {}) => summaryOf({ ...nothing, ...more }, now);

describe('The summary of a context', () => {
	it('says what happened, since when, and in words where nothing else is known', () => {
		expect(summary().split('\n')).toEqual([
			'**#7 Mail queue is growing**',
			'Triggered, high urgency, on Mail (critical).',
			'Opened 2026-03-01 10:55 UTC, open for 1 h 5 min. Not acknowledged, assigned to Maya.',
			'**On call now:** nobody',
			'**Alerts:** none.',
			'**Changed lately:** no change is known.',
			'**Similar before:** no similar incident is known.',
			'**Notes:** none.',
			'**Related now:** no related incident is known.',
		]);
	});

	it('says who is on call, what changed, and what helped before', () => {
		const text = summary({
			on_call: [
				{ escalation_level: 1, on_call: [{ user: { summary: 'Maya' } }, { user: { summary: 'Tom' } }] },
				{ escalation_level: 2, on_call: [] },
			],
			related_changes: [
				{
					id: 'C1',
					summary: 'Deployed mail 3',
					timestamp: '2026-03-01T10:50:00Z',
					correlation_reason: { reason: 'most_recent' },
				},
			],
			service_changes: [
				{ id: 'C1', summary: 'Deployed mail 3', timestamp: '2026-03-01T10:50:00Z' },
				{ id: 'C2', summary: 'Moved the queue', timestamp: '2026-02-27T10:50:00Z' },
			],
			past_incidents: [
				{
					incident: { title: 'Mail queue is stuck', created_at: '2026-02-01T08:00:00Z' },
					resolution: {
						opened_at: '2026-02-01T08:00:00Z',
						resolved_at: '2026-02-01T08:48:00Z',
						resolved_by: { summary: 'Tom' },
						resolution_note: null,
						last_note: 'Restarted mail-3',
					},
				},
				{
					incident: { title: 'Mail is late', created_at: '2026-02-20T08:00:00Z' },
					resolution: { opened_at: '2026-02-20T08:00:00Z', resolved_at: null, last_note: 'Trying mail-4' },
				},
				{ incident: { title: 'Disk full', created_at: '2026-01-01T08:00:00Z' }, resolution: null },
			],
		});
		expect(text).toContain('**On call now:** level 1 Maya and Tom; level 2 nobody\n');
		expect(text).toContain(
			'**Changed lately:**\n- 2026-03-01 10:50 UTC: Deployed mail 3 (most recent)\n- 2026-02-27 10:50 UTC: Moved the queue\n',
		);
		expect(text).toContain(
			'Mail queue is stuck, resolved after 48 min by Tom, last note: “Restarted mail-3”\n',
		);
		expect(text).toContain('2026-02-20 08:00 UTC: Mail is late, not resolved yet\n');
		expect(text).toContain('Disk full, how it was resolved could not be read');
	});

	it.each([
		[
			{ status: 'acknowledged', acknowledgements: [{ acknowledger: { summary: 'Tom' } }] },
			'Acknowledged by Tom.',
		],
		[
			{ status: 'resolved', resolved_at: '2026-03-01T11:00:00Z', last_status_change_by: { summary: 'Tom' } },
			'resolved after 5 min. Resolved by Tom: “Restarted”.',
		],
		[
			{
				status: 'resolved',
				resolve_reason: { type: 'merge_resolve_reason', incident: { summary: '[#6] Disk' } },
			},
			'It was merged into [#6] Disk.',
		],
		[{ body: { type: 'incident_body', details: 'Since\n 9:40' } }, '\nSince 9:40\n'],
	])('says how far it is: %j', (change, words) => {
		const timeline = [
			{ type: 'resolve_log_entry', log_entry: { type: 'resolve_log_entry', note: 'Restarted' } },
		];
		expect(summary({ incident: { ...incident, ...change }, timeline })).toContain(words);
	});

	it('says that a service is silent because of maintenance, once that has begun', () => {
		const window = { start_time: '2026-03-01T11:00:00Z', end_time: '2026-03-01T13:00:00Z' };
		const later = { start_time: '2026-03-01T12:30:00Z', end_time: '2026-03-01T13:00:00Z' };
		expect(summary({ maintenance_windows: [window] })).toContain('in maintenance until 2026-03-01 13:00 UTC');
		expect(summary({ maintenance_windows: [later] })).not.toContain('maintenance');
	});

	it('takes nothing that could not be read for nothing', () => {
		const why = 'The plan does not include this';
		const text = summary({
			past_incidents: null,
			on_call: null,
			missing: [
				{ what: 'past_incidents', why },
				{ what: 'on_call', why },
			],
		});
		expect(text).not.toMatch(/Similar before|On call now/);
		expect(text).toMatch(
			/\n\*\*Not available:\*\* past incidents and on call \(The plan does not include this\)$/,
		);
	});

	it('has at most 2,000 characters, ends with whole lines and still says what is missing', () => {
		const long = 'Größe 🔥👩‍👩‍👧 [FIRING:1] '.repeat(200);
		const many = Array.from({ length: 50 }, (_, id) => ({
			id,
			summary: long,
			content: long,
			timestamp: '2026-03-01T10:50:00Z',
			user: { summary: long },
			incident: { title: long, service: { summary: long } },
			resolution: { resolved_at: '2026-03-01T10:50:00Z', resolution_note: long },
			escalation_level: id,
			on_call: [{ user: { summary: long } }],
		}));
		const lists = ['alerts', 'notes', 'related_changes', 'past_incidents', 'related_incidents', 'on_call'];
		const text = summary({
			incident: { ...incident, title: long, body: { details: long } },
			...Object.fromEntries(lists.map((list) => [list, many])),
			missing: [{ what: 'service_changes', why: long }],
		});
		expect(text.length).toBeLessThanOrEqual(2000);
		expect(text.length).toBeGreaterThan(1500);
		expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
		const lines = text.split('\n');
		expect(lines.at(-2)).toBe('…');
		expect(lines.at(-1)).toMatch(/^\*\*Not available:\*\* service changes/);
	});

	it('makes no link, tag, mention or line of what strangers wrote', () => {
		const title = 'Down [sign in](https://evil.example)\n**Notes:** <!channel> <b>x</b> & 3 < 5';
		const [first = ''] = summary({ incident: { ...incident, title } }).split('\n');
		expect(first).not.toMatch(/\]\(|<[!b/]/);
		expect(first).toContain('**Notes:** < !channel> < b>x< /b> & 3 < 5');
	});

	it('does not fail where PagerDuty leaves something out', () => {
		expect(summaryOf({ incident: {} }, now)).toContain('Alerts');
	});
});
