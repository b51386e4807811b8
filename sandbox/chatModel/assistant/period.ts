const day = 86_400_000;

/** What people call a time, and how many days it goes back. */
const periods: ReadonlyArray<readonly [pattern: RegExp, days: number, words: string]> = [
	[/today|last 24 hours/i, 1, 'in the last 24 hours'],
	[/month/i, 30, 'in the last 30 days'],
	[/./s, 7, 'in the last 7 days'],
];

/** The time that a question is about: the last week unless it says otherwise. `since` is ISO 8601. */
export function periodIn(question: string, now: Date): { since: string; words: string } {
	const [, days, words] = periods.find(([pattern]) => pattern.test(question)) ?? [/./, 7, ''];
	return { since: new Date(now.getTime() - days * day).toISOString(), words };
}
