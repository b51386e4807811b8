/**
 * Works on all items, at most `width` of them at a time, and returns the results in the order of the items.
 * After the first error no further item is begun.
 */
export async function inWindow<Item, Result>(
	items: readonly Item[],
	width: number,
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const queue = items.entries();
	let failed = false;
	async function worker(): Promise<void> {
		for (const [index, item] of queue) {
			results[index] = await work(item);
			if (failed) return;
		}
	}
	const workers = Array.from({ length: Math.min(width, items.length) }, async () => {
		await worker().catch((error: unknown) => {
			failed = true;
			throw error;
		});
	});
	await Promise.all(workers);
	return results;
}
