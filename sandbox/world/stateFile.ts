import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { IdSequence } from './ids';
import type { World } from './world';

/** Deliveries that are kept over a restart: enough for the page. */
const keptDeliveries = 200;

const table = z.array(z.tuple([z.string(), z.unknown()]));
const savedState = z.object({
	version: z.literal(1),
	tables: z.record(table),
	deliveries: z.array(z.unknown()),
	idPosition: z.number(),
	nextIncidentNumber: z.number(),
});

const tablesOf = (world: World): Array<[string, Map<string, unknown>]> =>
	Object.entries(world).filter((entry): entry is [string, Map<string, unknown>] => entry[1] instanceof Map);

/**
 * Fills the world from a file; false where there is none yet.
 * @throws when the file holds something else than a saved state
 */
export async function loadState(world: World, path: string): Promise<boolean> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (typeof error === 'object' && error && 'code' in error && error.code === 'ENOENT') return false;
		throw error;
	}
	const saved = savedState.safeParse(JSON.parse(text));
	if (!saved.success) throw new Error(`${path} is no saved state of this sandbox; delete it to begin anew`);
	const { tables, deliveries, idPosition, nextIncidentNumber } = saved.data;
	for (const [name, records] of tablesOf(world))
		for (const [key, record] of tables[name] ?? []) records.set(key, record);
	Object.assign(world, { deliveries, nextIncidentNumber, ids: new IdSequence(idPosition) });
	return true;
}

/** Saves the world, so that the file is always whole: written beside it, then renamed. */
export async function saveState(world: World, path: string): Promise<void> {
	const state: z.input<typeof savedState> = {
		version: 1,
		tables: Object.fromEntries(tablesOf(world).map(([name, records]) => [name, [...records]])),
		deliveries: world.deliveries.filter(({ outcome }) => outcome !== 'pending').slice(-keptDeliveries),
		idPosition: world.ids.position,
		nextIncidentNumber: world.nextIncidentNumber,
	};
	const draft = `${path}.${process.pid}.tmp`;
	await writeFile(draft, JSON.stringify(state), { mode: 0o600 });
	await rename(draft, path);
}
