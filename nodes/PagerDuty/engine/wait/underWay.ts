/** Longer than it takes to pass an answer on, in milliseconds. */
const hold = 60_000;

const until = new Map<string, number>();

/**
 * Notes that the answer to a question is being passed on, in this process: until n8n has stored it, another press of the
 * button would reach the node again. It ends by itself, for where n8n could not store the answer somebody must be able to
 * give it again.
 *
 * @returns whether nobody else is at it
 */
export function begin(question: string): boolean {
	const now = Date.now();
	for (const [each, end] of until) if (end <= now) until.delete(each);
	if (until.has(question)) return false;
	until.set(question, now + hold);
	return true;
}
