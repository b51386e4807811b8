/**
 * How wide the columns of a table are. When there is room, each is as wide as its widest text and what is left is
 * shared out; when there is not, those that need less than their share have what they need, and the others are alike.
 *
 * @param needed the widest text of each column
 * @param shares how much of the room that is left each column gets, relative to the others
 * @param width what all have together
 */
export function columnWidths(needed: readonly number[], shares: readonly number[], width: number): number[] {
	const left = width - sum(needed);
	if (left >= 0) {
		const parts = sum(shares);
		return needed.map((need, at) => need + (left * (shares[at] ?? 0)) / parts);
	}
	const most = level(needed, width);
	return needed.map((need) => Math.min(need, most));
}

/** The width at which those that need more must be cut off, so that all fit exactly. */
function level(needed: readonly number[], width: number): number {
	let left = width;
	let columns = needed.length;
	for (const need of [...needed].sort((one, other) => one - other)) {
		if (need * columns >= left) break;
		left -= need;
		columns--;
	}
	return left / columns;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
