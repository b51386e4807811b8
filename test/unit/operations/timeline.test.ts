import type { IDataObject } from 'n8n-workflow';

import { durationText, momentText } from '../../../nodes/PagerDuty/incidentLog/times';
import { figuresOf } from '../../../nodes/PagerDuty/operations/incident/timeline/figures';
import { timelineOf } from '../../../nodes/PagerDuty/operations/incident/timeline/rows';
import { storyOf } from '../../../nodes/PagerDuty/operations/incident/timeline/story';

const maya = { id: 'PMAYA', type: 'user_reference', summary: 'Maya' };
const tom = { id: 'PTOM', type: 'user_reference', summary: 'Tom' };
const mail = { id: 'PMAIL', type: 'service_reference', summary: 'Mail' };

const incident: IDataObject = {
	incident_number: 7,
	title: 'Mail queue is growing',
	status: 'resolved',
	created_at: '2026-03-01T10:00:00Z',
	service: mail,
	first_trigger_log_entry: { id: 'R0', type: 'trigger_log_entry_reference' },
};

/** A log entry so many seconds after the incident was opened. */
const entry = (seconds: number, kind: string, more: IDataObject = {}): IDataObject => ({
	id: `R${seconds}`,
	type: `${kind}_log_entry`,
	created_at: new Date(Date.parse('2026-03-01T10:00:00Z') + seconds * 1000).toISOString().replace('.000', ''),
	agent: maya,
	...more,
});

const log = [
	entry(0, 'trigger', { agent: mail, channel: { type: 'api', summary: 'Mail queue is growing' } }),
	entry(1, 'assign', { agent: mail, assignees: [maya] }),
	entry(240, 'acknowledge'),
	entry(300, 'escalate', { assignees: [maya, tom] }),
	entry(360, 'assign', { agent: tom, assignees: [tom] }),
	entry(3_960, 'resolve', { note: 'Restarted\nmail-3' }),
];
const newestFirst = log.toReversed();
const what = (...entries: IDataObject[]) => timelineOf(incident, entries).map((row) => row.what);

describe('The timeline of an incident', () => {
	it('is the oldest first, with who, what, and the time since the opening and since the row before', () => {
		const rows = timelineOf(incident, newestFirst);
		expect(rows.map((row) => [row.who, row.seconds_since_start, row.seconds_since_last])).toEqual([
			['Mail', 0, null],
			['Mail', 1, 1],
			['Maya', 240, 239],
			['Maya', 300, 60],
			['Tom', 360, 60],
			['Maya', 3_960, 3_600],
		]);
		expect(rows[2]).toMatchObject({ type: 'acknowledge_log_entry', created_at: '2026-03-01T10:04:00Z' });
	});

	it('counts what was done, and the first assignment as none', () => {
		expect(figuresOf(incident, timelineOf(incident, newestFirst))).toEqual({
			seconds_to_first_ack: 240,
			seconds_to_resolve: 3_960,
			escalation_count: 1,
			reassignment_count: 1,
		});
		expect(figuresOf({ ...incident, status: 'triggered' }, timelineOf(incident, newestFirst))).toMatchObject({
			seconds_to_resolve: null,
		});
		expect(figuresOf(incident, [])).toMatchObject({ seconds_to_first_ack: null, seconds_to_resolve: null });
	});

	it('reads as a story', () => {
		const rows = timelineOf(incident, newestFirst);
		expect(storyOf(incident, rows, figuresOf(incident, rows)).split('\n')).toEqual([
			'**#7 Mail queue is growing** on Mail',
			'Opened 2026-03-01 10:00 UTC, acknowledged after 4 min, resolved after 1 h 6 min, 1 escalation and 1 reassignment.',
			'',
			'- 2026-03-01 10:00 UTC (+0 s): Mail opened the incident',
			'- 2026-03-01 10:00 UTC (+1 s): Mail assigned the incident to Maya',
			'- 2026-03-01 10:04 UTC (+4 min, 3 min later): Maya acknowledged the incident',
			'- 2026-03-01 10:05 UTC (+5 min, 1 min later): Maya escalated the incident to Maya and Tom',
			'- 2026-03-01 10:06 UTC (+6 min, 1 min later): Tom assigned the incident to Tom',
			'- 2026-03-01 11:06 UTC (+1 h 6 min, 1 h later): Maya resolved the incident: “Restarted mail-3”',
		]);
	});

	it.each([
		[
			'a later alert',
			entry(5, 'trigger', { agent: mail, channel: { summary: 'Disk full' } }),
			'Mail reported an alert: Disk full',
		],
		[
			'a note in its channel',
			entry(5, 'annotate', { channel: { type: 'note', summary: 'On it' } }),
			'Maya wrote a note: “On it”',
		],
		[
			'a note beside its channel',
			entry(5, 'annotate', { note: 'On it', channel: { type: 'note' } }),
			'Maya wrote a note: “On it”',
		],
		[
			'a resolution without a word',
			entry(5, 'resolve', { channel: { type: 'api', summary: 'x' } }),
			'Maya resolved the incident',
		],
		[
			'a notification',
			entry(5, 'notify', { user: tom, channel: { notification: { type: 'push_notification' } } }),
			'PagerDuty notified Tom by push notification',
		],
		[
			'a snooze',
			entry(5, 'snooze', { changed_actions: [{ type: 'unacknowledge', at: '2026-03-01T12:00:00Z' }] }),
			'Maya snoozed the incident until 2026-03-01 12:00 UTC',
		],
		[
			'a changed field',
			entry(5, 'field_value_change', { changeset: ['Priority changed to P1'] }),
			'Priority changed to P1 (Maya)',
		],
		['nobody left', entry(5, 'exhaust_escalation_path', { agent: mail }), 'Nobody is left to escalate to'],
		[
			'a kind that no document names',
			entry(5, 'levitate', { summary: 'Levitated by Maya' }),
			'Levitated by Maya',
		],
		['one without any words', { id: 'R9' }, 'Something of the kind unknown'],
	])('says in words: %s', (_, one, words) => {
		expect(what(one)).toEqual([words]);
	});
});

describe('Times as people read them', () => {
	it.each([
		[0, '0 s'],
		[59.4, '59 s'],
		[60, '1 min'],
		[3_599, '59 min'],
		[3_600, '1 h'],
		[11_100, '3 h 5 min'],
		[187_200, '2 d 4 h'],
	])('are short: %d seconds', (seconds, text) => {
		expect(durationText(seconds)).toBe(text);
	});

	it('keep the time zone in which PagerDuty wrote them', () => {
		expect(momentText('2026-03-01T10:00:00Z')).toBe('2026-03-01 10:00 UTC');
		expect(momentText('2026-03-01T10:00:00+05:30')).toBe('2026-03-01 10:00 +05:30');
		expect(momentText('yesterday')).toBe('yesterday');
	});
});
