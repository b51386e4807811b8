import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Records entries for a node in n8n's database, where n8n's own Remove Duplicates node keeps its own.
 *
 * @param maxEntries so many are kept; the oldest are forgotten first
 * @returns the entries that were not recorded before
 * @throws whatever the database says
 */
export async function recordEntries(
	host: IExecuteFunctions,
	entries: string[],
	maxEntries: number,
): Promise<Set<string>> {
	const check = async () =>
		await host.helpers.checkProcessedAndRecord(entries, 'node', { mode: 'entries', maxEntries });
	const { new: fresh } = await check().catch(async (error: unknown) => {
		// Another worker wrote the first row of this node at the same moment, so that this write was refused.
		if (/unique|duplicate/i.test(String(error))) return await check();
		throw error;
	});
	return new Set(fresh.map(String));
}
