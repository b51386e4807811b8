/** A number from 0 to below `sides`. */
export type Roll = (sides: number) => number;

/** A repeatable source of chance, so that a failure can be looked at again. */
export function dice(seed: number): Roll {
	let state = seed;
	return (sides) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
}

/** One of a list that is not empty. */
export function pick<Entry>(roll: Roll, list: readonly Entry[]): Entry {
	const entry = list[roll(list.length)];
	if (entry === undefined) throw new Error('There is nothing to pick from.');
	return entry;
}
