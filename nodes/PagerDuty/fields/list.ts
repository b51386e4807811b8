/** The entries of a multi-select, each once. An expression may also give them as text with commas. */
export const listOf = (value: unknown): string[] => [
	...new Set(
		[value ?? []]
			.flat()
			.flatMap((each) => String(each).split(','))
			.map((each) => each.trim())
			.filter((each) => each !== ''),
	),
];
