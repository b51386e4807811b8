const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A piece of HTML that is safe to put into a page. */
export class Html {
	constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | undefined | false | Piece[];

function rendered(piece: Piece): string {
	if (piece instanceof Html) return piece.text;
	if (Array.isArray(piece)) return piece.map(rendered).join('');
	if (piece === null || piece === undefined || piece === false) return '';
	return String(piece).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Tagged template: every value is escaped, unless it is itself made by this tag. */
export const html = (parts: TemplateStringsArray, ...values: Piece[]): Html =>
	new Html(
		parts.map((part, index) => part + (index < values.length ? rendered(values[index]) : '')).join(''),
	);
