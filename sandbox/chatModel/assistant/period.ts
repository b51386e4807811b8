const day = 86_400_000;

const week = { days: 7, words: 'in the last 7 days' };

/** What people call other times, and how many days these go back. */
const others = [
	{ pattern: /today|last 24 hours/i, days: 1, words: 'in the last 24 hours' },
	{ pattern: /month/i, days: 30, words: 'in the last 30 days' },
];

/** The time that a question is about: the last week unless it says otherwise. `since` is ISO 8601. */
export function periodIn(question: string, now: Date): { since: string; words: string } {
	const { days, words } = others.find(({ pattern }) => pattern.test(question)) ?? week;
	return { since: new Date(now.getTime() - days * day).toISOString(), words };
}
