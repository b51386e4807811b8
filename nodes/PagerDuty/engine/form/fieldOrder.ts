import type { Selection } from './displayConditions';

/** The fields of one operation, by keys that are equal where the fields are. */
interface OperationForm {
	readonly choice: Selection;
	/** In the order in which the operation names them, each once. */
	readonly keys: readonly string[];
}

/** A field at one place of the node's form, and the choices that show it there. */
interface OrderedField {
	readonly key: string;
	readonly choices: readonly Selection[];
}

/**
 * Lays the fields of all operations out in one list such that each operation shows its own in its own order. A field has
 * one place, and more only where operations contradict each other about what comes first.
 */
export function orderFields(forms: readonly OperationForm[]): OrderedField[] {
	const left = forms.map(({ choice, keys }) => ({ choice, keys: [...keys] }));
	const open = new Map<string, number>();
	for (const key of forms.flatMap(({ keys }) => keys)) open.set(key, (open.get(key) ?? 0) + 1);
	const ordered: OrderedField[] = [];
	for (;;) {
		const next = byFirstKey(left);
		// A field that another operation wants further down must wait.
		const ready = [...next].find(([key, users]) => users.length === open.get(key));
		const [key, users] = ready ?? mostUsed([...next]) ?? [];
		if (key === undefined || users === undefined) return ordered;
		ordered.push({ key, choices: users.map(({ choice }) => choice) });
		for (const { keys } of users) keys.shift();
		open.set(key, (open.get(key) ?? 0) - users.length);
	}
}

interface Left {
	readonly choice: Selection;
	readonly keys: string[];
}

function byFirstKey(left: readonly Left[]): Map<string, Left[]> {
	const groups = new Map<string, Left[]>();
	for (const each of left) {
		const [key] = each.keys;
		if (key === undefined) continue;
		const group = groups.get(key);
		if (group) group.push(each);
		else groups.set(key, [each]);
	}
	return groups;
}

const mostUsed = (groups: Array<[string, Left[]]>): [string, Left[]] | undefined =>
	groups.sort(([, one], [, other]) => other.length - one.length)[0];
