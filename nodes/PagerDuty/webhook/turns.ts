const queues = new Map<string, Promise<unknown>>();

/** Runs what changes the subscriptions of one node one after another, so that no two of them make or delete the same one. */
export async function inTurn<Result>(node: string, work: () => Promise<Result>): Promise<Result> {
	const before = queues.get(node) ?? Promise.resolve();
	const result = before.then(work);
	const settled = result.catch(() => undefined);
	queues.set(node, settled);
	return await result.finally(() => {
		if (queues.get(node) === settled) queues.delete(node);
	});
}
