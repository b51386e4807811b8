/** The ID of the row with this name, such as of one of `sandbox.services()`. @throws Error where there is none */
export function idNamed(rows: ReadonlyArray<{ id: string; name: string }>, name: string): string {
	const row = rows.find((each) => each.name === name);
	if (!row) throw new Error(`There is no "${name}"`);
	return row.id;
}
