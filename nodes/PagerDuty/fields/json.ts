/** A value as JSON, also where it holds itself, or what JSON does not know. */
export function jsonOf(value: unknown): string {
	const within = new WeakSet<object>();
	const plain = (_: string, each: unknown): unknown => {
		if (typeof each === 'bigint' || typeof each === 'function') return String(each);
		if (typeof each !== 'object' || each === null) return each;
		if (within.has(each)) return '…';
		within.add(each);
		return each;
	};
	return JSON.stringify(value, plain) ?? String(value);
}

/** The list or object that a text holds as JSON, as language models write it; undefined for any other text. */
export function parsedJson(text: string): object | undefined {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}
