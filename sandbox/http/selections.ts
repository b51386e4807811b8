import type { Account } from '../account';

/** Lists that are remembered at once: clients read a few side by side. */
const remembered = 16;

/**
 * What requests for lists selected, until something changes: the pages of a long list need not each select and sort
 * all of it anew.
 */
export class Selections<Item> {
	private readonly kept = new Map<string, Item[]>();

	constructor(account: Account) {
		account.onChange(() => this.kept.clear());
	}

	/** @param asked everything that the selection depends on, besides the state */
	of(asked: object, select: () => Item[]): Item[] {
		const key = JSON.stringify(asked);
		const items = this.kept.get(key) ?? select();
		if (this.kept.size >= remembered) this.kept.clear();
		this.kept.set(key, items);
		return items;
	}
}
