/** Letters and what stands for them, in turn. */
const table = (text: string) => {
	const words = text.trim().split(/\s+/);
	return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : []));
};

/** Slavic languages as passports and maps write them in English, roughly BGN/PCGN. */
const CYRILLIC = `
	а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
	щ shch ъ " ы y ь ' э e ю yu я ya і i ї yi є ye ґ g ў w ђ dj ј j љ lj њ nj ћ c џ dzh ѓ gj ќ kj ѕ dz
`;

/** ISO 843, as ELOT 743 has it. */
const GREEK = `
	α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
`;

/** Latin letters that no mark can be taken from. */
const LATIN = `
	ł l đ d ħ h ı i ĸ k ŋ ng ŧ t ə e ɛ e ɔ o ɓ b ɗ d ɖ d ƙ k ƴ y ɣ g ʻ ' ʼ ' ʹ ' ʺ "
`;

const SIGNS = `
	‐ - ‑ - ‒ – ― — − - ∕ / ⁄ / ∗ * ∶ : ∼ ~ ≈ ~ ≤ <= ≥ >= ≠ != → -> ← <- ↔ <-> ⇒ => ⇐ <= ′ ' ″ " ‛ ' ‟ " ● • ▪ • ◦ • ∙ ·
`;

const capital = ([letter, spelling]: readonly [string, string]) =>
	[letter.toUpperCase(), spelling.charAt(0).toUpperCase() + spelling.slice(1)] as const;

const small = [...table(CYRILLIC), ...table(GREEK), ...table(LATIN)];

/**
 * How letters and signs that the fonts lack are written in letters that they have. What is not here may still be a
 * letter of theirs with a mark.
 */
export const spellings: ReadonlyMap<string, string> = new Map([
	// First, because what has no capital form keeps its small one.
	...small.map(capital),
	...small,
	...table(SIGNS),
	['ẞ', 'SS'],
	// Spaces of a width of their own that do not break; numbers of some languages are grouped with them.
	['\u2007', '\u00a0'],
	['\u202f', '\u00a0'],
]);
