import type { Cell, Outcome } from './cell';
import type { Rehearsal } from './rehearsal';

/** What came of a cell, in as few words as the page has room for. */
export function wordsOf({ step, trouble }: Cell, outcome: Outcome, rehearsal: Rehearsal): string {
	const { error, seconds } = outcome;
	if (error) {
		const unknown = /Nobody knows/.test(error.description) ? ', outcome unknown' : '';
		const title = error.title === trouble.title ? "PagerDuty's words" : general(error.title);
		const whose = error.items ? ' for each item' : '';
		return `error${whose}${seconds < short ? '' : ` after ${timeOf(seconds)}`}${unknown}: ${title}`;
	}
	const more = without(outcome.lines, rehearsal.lines);
	const again = trouble.strike === 'refused' || more.includes(step.line);
	const lookedUp = more.some((line) => line !== step.line);
	const done = [...(lookedUp ? ['looked up'] : []), ...(again ? ['sent again'] : [])];
	return `${done.join(', ') || 'does not matter'}${seconds < short ? '' : ` (${timeOf(seconds)})`}`;
}

/** Seconds that are not worth a word. */
const short = 5;

/**
 * Seconds that are added before rounding. A slow machine waits a little less for the same trouble; with these, no sum of
 * waits lies so near to where rounding turns that this shows.
 */
const margin = 1.2;

/** To the nearest minute, or to the nearest five seconds below one. */
const timeOf = (seconds: number) =>
	seconds > 55 ? `${Math.round((seconds + margin) / 60)} min` : `${Math.round((seconds + margin) / 5) * 5} s`;

/** Without what differs from call to call, and without what the page says once for all. */
export const general = (text: string) =>
	text
		.replace(/holds no [\w ]+/, 'holds no …')
		.replace(/needs the scopes? [^:]+: add \w+/, 'needs the scope …: add it')
		.replace(/\(HTTP \d+\)/, '(HTTP …)')
		.replace(/\([A-Z]+\)/, '(…)')
		.replace(/Correlation ID \S+,/, 'Correlation ID …,')
		.replace(/#\d+ is open \(\S+\)/g, '#… is open (…)')
		.replace(/ (Nobody knows whether|These webhook subscriptions) .*/, '');

/** What is left of many once others are taken away, one for one. */
function without(lines: readonly string[], others: readonly string[]): string[] {
	const left = [...lines];
	for (const other of others) {
		const index = left.indexOf(other);
		if (index >= 0) left.splice(index, 1);
	}
	return left;
}
