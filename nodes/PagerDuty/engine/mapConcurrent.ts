/**
 * Works on all items, at most `width` of them at a time, and returns the results in the order of the items.
 * After the first error no further item is begun; those under way are waited for.
 *
 * @throws the error of the first item that failed, in the order of the items
 */
export async function mapConcurrent<Item, Result>(
	items: readonly Item[],
	width: number,
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const failures: Array<{ index: number; error: unknown }> = [];
	const queue = items.entries();
	async function worker(): Promise<void> {
		for (const [index, item] of queue) {
			try {
				results[index] = await work(item);
			} catch (error) {
				failures.push({ index, error });
			}
			if (failures.length > 0) return;
		}
	}
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
	const [first] = failures.sort((a, b) => a.index - b.index);
	if (first) throw first.error;
	return results;
}
