import { z } from 'zod';

import { field } from '../../fields/field';

const severities = ['critical', 'error', 'warning', 'info'] as const;

/** PagerDuty's word for how bad something is. */
export type Severity = (typeof severities)[number];

/** What other systems call it, in small letters, without blanks, hyphens and underscores. */
const words: Readonly<Record<Severity, readonly string[]>> = {
	critical: ['crit', 'fatal', 'emergency', 'emerg', 'alert', 'disaster', 'blocker', 'urgent', 'highest'],
	error: ['err', 'high', 'major', 'severe'],
	warning: ['warn', 'medium', 'moderate', 'average', 'normal', 'minor'],
	info: ['information', 'informational', 'notice', 'debug', 'low', 'lowest', 'trivial'],
};

/** P1, SEV-1, S1, Priority 1, Severity 1 and the like: the lower, the worse. */
const byNumber = /^(?:p|prio|priority|s|sev|severity)([0-5])$/;
const numbered: readonly Severity[] = ['critical', 'critical', 'error', 'warning', 'info', 'info'];

/** PagerDuty's severity for the word that a ticket or another monitoring system has; undefined for any other word. */
export function severityOf(word: string): Severity | undefined {
	const plain = word.toLowerCase().replace(/[\s_-]/g, '');
	const [, number] = byNumber.exec(plain) ?? [];
	if (number !== undefined) return numbered[Number(number)];
	return severities.find((severity) => severity === plain || words[severity].includes(plain));
}

export const severity = field({
	displayName: 'Severity',
	name: 'severity',
	type: 'options',
	options: [
		{ name: 'Critical', value: 'critical' },
		{ name: 'Error', value: 'error' },
		{ name: 'Info', value: 'info' },
		{ name: 'Warning', value: 'warning' },
	],
	default: 'error',
	description:
		'How bad it is. An expression may also give words of other systems: urgent, fatal, P1 or SEV1 count as critical, high, major or P2 as error, medium, normal, minor or P3 as warning, low, notice, P4 or P5 as info.',
	check: z.string().transform((word, context): Severity => {
		const found = severityOf(word);
		if (found !== undefined) return found;
		const message = `must be one of ${severities.join(', ')}, or a word that means one of them, such as urgent, high or P2`;
		context.addIssue({ code: 'custom', message });
		return z.NEVER;
	}),
});
