import { severityOf } from '../../../nodes/PagerDuty/operations/event/severity';

describe('Words of other systems for how bad something is', () => {
	it.each([
		[
			'critical',
			[
				'critical',
				'CRITICAL',
				'Crit',
				'fatal',
				'emergency',
				'urgent',
				'P1',
				'p0',
				'SEV-1',
				'S1',
				'Priority 1',
			],
		],
		['error', ['error', 'Err', 'high', 'major', 'P2', 'sev_2', 'Severity 2']],
		['warning', ['warning', 'warn', 'medium', 'Normal', 'minor', 'P3']],
		['info', ['info', 'Informational', 'low', 'notice', 'debug', 'P4', 'P5', ' low ']],
	] as const)('count as %s', (severity, words) => {
		expect(words.map(severityOf)).toEqual(words.map(() => severity));
	});

	it.each(['', '1', 'P6', 'P', 'green', 'constructor', 'critical error', '__proto__'])(
		'are no guess where they mean nothing: "%s"',
		(word) => {
			expect(severityOf(word)).toBeUndefined();
		},
	);
});
