const queues = new Map<string | object, Promise<unknown>>();

/**
 * Runs tasks with the same key one after another, in the order of the calls; tasks with other keys do not wait.
 *
 * @returns what the task gives. A task that fails does not hold up those after it
 */
export async function serialize<Result>(key: string | object, task: () => Promise<Result>): Promise<Result> {
	const before = queues.get(key) ?? Promise.resolve();
	const result = before.then(task);
	const settled = result.catch(() => undefined);
	queues.set(key, settled);
	return await result.finally(() => {
		if (queues.get(key) === settled) queues.delete(key);
	});
}
