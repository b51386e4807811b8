/**
 * How far a source was read. Everything up to `since` is known; `ids` are those of the last minutes before it, because
 * rows can show up late and two can have the same second.
 */
export interface Checkpoint {
	/** By PagerDuty's clock, in milliseconds since 1970. */
	readonly since: number;
	/** What was emitted, or found at the start, with the time at which it was last seen, in seconds since 1970. */
	readonly ids: Readonly<Record<string, number>>;
}

/** Something that a source found. */
export interface Finding {
	/** The same whenever it is found again, and different for everything else. */
	readonly id: string;
	/** When it happened, in milliseconds since 1970. */
	readonly at: number;
}

/**
 * So many milliseconds before the checkpoint are read again each time. A change that PagerDuty shows later than this
 * after it happened is missed; a longer time costs requests with every poll.
 */
export const overlap = 10 * 60_000;

/** The time from which on a source must be read, for {@link advance} to be right. In milliseconds since 1970. */
export const readFrom = ({ since }: Checkpoint): number => since - overlap;

/**
 * Tells what is new, and moves the checkpoint. The caller saves the new one together with emitting what is fresh:
 * whatever fails before leaves the old one, and the same is found again.
 *
 * @param found everything from {@link readFrom} on that is there now, known or not
 * @param until the time up to which this reading is complete, in milliseconds since 1970
 * @param more.kept IDs that must not be forgotten yet, although they were not found now
 * @param more.from an earlier checkpoint: what was emitted since it is fresh once more
 */
export function advance<Each extends Finding>(
	checkpoint: Checkpoint,
	found: readonly Each[],
	until: number,
	{ kept = [], from = checkpoint }: { kept?: readonly string[]; from?: Checkpoint } = {},
): { fresh: Each[]; next: Checkpoint } {
	const since = Math.max(checkpoint.since, until);
	// Whatever PagerDuty gives beyond what was asked for is too old to be remembered, and would seem new each time.
	const inTime = found.filter(({ at }) => seconds(at) >= seconds(readFrom(from)));
	const byId = new Map(inTime.map((each) => [each.id, each]));
	const fresh = [...byId.values()].filter(({ id }) => from.ids[id] === undefined);
	const ids = { ...checkpoint.ids };
	for (const { id, at } of inTime) ids[id] = seconds(at);
	for (const id of kept) if (ids[id] !== undefined) ids[id] = seconds(since);
	const recent = Object.entries(ids).filter(([, seen]) => seen >= seconds(readFrom({ since, ids })));
	return { fresh: fresh.sort((a, b) => a.at - b.at), next: { since, ids: Object.fromEntries(recent) } };
}

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
