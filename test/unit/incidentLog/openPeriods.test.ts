import type { IDataObject } from 'n8n-workflow';

import { isUntouched, openPeriodsOf } from '../../../nodes/PagerDuty/incidentLog/openPeriods';

const time = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 12, minutes)).toISOString();
const ms = (minutes: number) => Date.UTC(2026, 2, 2, 12, minutes);

const incident = (status: string, changed = 0): IDataObject => ({
	id: 'Q1',
	status,
	created_at: time(0),
	last_status_change_at: time(changed),
});
const log = (...entries: Array<[minutes: number, kind: string, summary?: string]>) =>
	entries.map(([minutes, kind, summary]) => ({
		type: `${kind}_log_entry`,
		created_at: time(minutes),
		summary,
	}));

describe('the times that an incident was open', () => {
	it('begin when it is created, with the first acknowledgement and the end', () => {
		const entries = log(
			[0, 'trigger'],
			[5, 'acknowledge'],
			[6, 'unacknowledge'],
			[9, 'acknowledge'],
			[20, 'resolve'],
		);
		expect(openPeriodsOf(incident('resolved', 20), entries)).toEqual([
			{ start: ms(0), acknowledged: ms(5), resolved: ms(20) },
		]);
	});

	it('begin anew when it is reopened', () => {
		const entries = log(
			[0, 'trigger'],
			[5, 'resolve'],
			[30, 'field_value_change', 'Reopened by Maya'],
			[40, 'acknowledge'],
		);
		expect(openPeriodsOf(incident('acknowledged', 40), entries)).toEqual([
			{ start: ms(0), resolved: ms(5) },
			{ start: ms(30), acknowledged: ms(40) },
		]);
	});

	it('do not begin anew with a note or another priority of a resolved incident', () => {
		const entries = log(
			[0, 'trigger'],
			[5, 'resolve'],
			[30, 'annotate'],
			[31, 'field_value_change', 'Priority changed'],
		);
		expect(openPeriodsOf(incident('resolved', 5), entries)).toHaveLength(1);
	});

	it('begin with the last change of its status where the log does not say that it is open again', () => {
		const entries = log([0, 'trigger'], [5, 'resolve']);
		expect(openPeriodsOf(incident('triggered', 50), entries)).toEqual([
			{ start: ms(0), resolved: ms(5) },
			{ start: ms(50) },
		]);
	});

	it.each([
		['triggered', 0, true],
		['triggered', 5, false],
		['acknowledged', 0, false],
	])(
		'are known without the log for one that is %s with its status from minute %i: %s',
		(status, changed, known) => {
			expect(isUntouched(incident(status, changed))).toBe(known);
		},
	);
});
