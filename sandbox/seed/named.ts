/** The row of a table that has a name. @throws Error where there is none: a seed names only what it has planted */
export function named<Row extends { readonly name: string }>(
	table: ReadonlyMap<string, Row>,
	name: string,
): Row {
	const found = [...table.values()].find((row) => row.name === name);
	if (!found) throw new Error(`The seed has no "${name}"`);
	return found;
}
