import type { Field } from '../../fields/field';
import type { Selection } from './displayConditions';

/** The fields of one operation. */
interface OperationForm {
	readonly choice: Selection;
	/** In the order in which the operation names them, each once. What operations share is the same object. */
	readonly fields: readonly Field[];
}

/** A field at one place of the node's form, and the choices that show it there. */
interface OrderedField {
	readonly field: Field;
	readonly choices: readonly Selection[];
}

/**
 * Lays the fields of all operations out in one list such that each operation shows its own in its own order. A field has
 * one place, and more only where operations contradict each other about what comes first.
 */
export function orderFields(forms: readonly OperationForm[]): OrderedField[] {
	/** How many operations still have the field before them. */
	const open = new Map<Field, number>();
	for (const field of forms.flatMap(({ fields }) => fields)) open.set(field, (open.get(field) ?? 0) + 1);
	const next: NextFields = new Map();
	for (const form of forms) enqueue(next, form);
	const ordered: OrderedField[] = [];
	for (;;) {
		// A field that another operation wants further down must wait.
		const ready = [...next].find(([field, users]) => users.length === open.get(field));
		const [field, users] = ready ?? mostUsed([...next]) ?? [];
		if (field === undefined || users === undefined) return ordered;
		ordered.push({ field, choices: users.map(({ choice }) => choice) });
		open.set(field, (open.get(field) ?? 0) - users.length);
		next.delete(field);
		for (const { choice, fields } of users) enqueue(next, { choice, fields: fields.slice(1) });
	}
}

/** The operations whose fields are not all laid out yet, with those that are left, by the first of these. */
type NextFields = Map<Field, OperationForm[]>;

function enqueue(next: NextFields, form: OperationForm): void {
	const [field] = form.fields;
	if (field === undefined) return;
	const others = next.get(field);
	if (others) others.push(form);
	else next.set(field, [form]);
}

const mostUsed = (next: Array<[Field, OperationForm[]]>) =>
	next.sort(([, one], [, other]) => other.length - one.length)[0];
