import { FilterFault } from '../fault';

/** A regular expression, or a part of one. */
export type Pattern =
	/** Takes one character. */
	| { readonly kind: 'one'; takes(character: string): boolean }
	/** Takes nothing, and holds between some characters only; before the first and after the last there is `undefined`. */
	| { readonly kind: 'place'; holds(before: string | undefined, after: string | undefined): boolean }
	| { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
	| { readonly kind: 'either'; readonly parts: readonly Pattern[] }
	| { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number };

/** One character or a set of them: a class, an escape, or whatever is no operator. JavaScript itself reads what it means. */
const one =
	/\[(?:\\.|[^\]\\])*\]|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u\{[^}]*\}|\\u.{4}|\\x..|\\[pP]\{[^}]*\}|\\c[A-Za-z]|\\.|[^()|*+?{}[\]\\^$]/suy;
const group = /\((?:\?:|\?<\w+>)?(?!\?)/y;
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;

/** JavaScript's flags: upper and lower case are alike, `.` takes line breaks, too, and characters are whole ones. */
const flags = 'isu';

/**
 * Reads a regular expression as JavaScript writes them, but for what cannot be matched in linear time: look-arounds and
 * references back to a group.
 *
 * @throws FilterFault
 */
export function parse(source: string): Pattern {
	if (/^\/.*\/[a-z]*$/s.test(source))
		throw new FilterFault('is written between slashes. Enter what is between them, without the slashes');
	const slip = slipIn(source);
	if (slip !== undefined) throw new FilterFault(`is not a valid regular expression: ${slip}`);
	return new Reader(source).everything();
}

/** What JavaScript finds wrong with an expression; undefined where it finds nothing. */
function slipIn(source: string): string | undefined {
	try {
		new RegExp(source, flags);
		return undefined;
	} catch (error) {
		return String(error).replace(/^.*\/isu: /s, '');
	}
}

class Reader {
	private at = 0;

	constructor(private readonly source: string) {}

	everything(): Pattern {
		const part = this.either();
		if (this.at < this.source.length) throw unusable(this.source.slice(this.at, this.at + 4));
		return part;
	}

	private either(): Pattern {
		const parts = [this.sequence()];
		while (this.take(/\|/y)) parts.push(this.sequence());
		return { kind: 'either', parts };
	}

	private sequence(): Pattern {
		const parts: Pattern[] = [];
		for (let part = this.atom(); part !== undefined; part = this.atom()) parts.push(this.repeated(part));
		return { kind: 'sequence', parts };
	}

	private repeated(part: Pattern): Pattern {
		const found = this.take(quantifier);
		if (!found) return part;
		const [text, least, comma, most] = found;
		if (least === undefined)
			return { kind: 'repeat', part, least: text[0] === '+' ? 1 : 0, most: text[0] === '?' ? 1 : Infinity };
		const upTo = comma ? (most ? Number(most) : Infinity) : Number(least);
		return { kind: 'repeat', part, least: Number(least), most: upTo };
	}

	/** @returns undefined where a group or everything ends */
	private atom(): Pattern | undefined {
		const place = this.take(/\^|\$|\\[bB]/y)?.[0];
		if (place !== undefined) return placeOf(place);
		if (this.take(group)) {
			const inner = this.either();
			this.take(/\)/y);
			return inner;
		}
		if (this.take(/\(/y)) throw unusable('(?…) with =, ! or <');
		const text = this.take(one)?.[0];
		if (text === undefined) return undefined;
		if (/^\\(?:[1-9]|k)/.test(text)) throw unusable(text);
		const takes = new RegExp(`^(?:${text})$`, flags);
		return { kind: 'one', takes: (character) => takes.test(character) };
	}

	private take(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.source);
		if (found) this.at += found[0].length;
		return found;
	}
}

function placeOf(text: string): Pattern {
	switch (text) {
		case '^':
			return { kind: 'place', holds: (before) => before === undefined };
		case '$':
			return { kind: 'place', holds: (_, after) => after === undefined };
		case '\\b':
			return { kind: 'place', holds: (before, after) => isOfWord(before) !== isOfWord(after) };
		default:
			return { kind: 'place', holds: (before, after) => isOfWord(before) === isOfWord(after) };
	}
}

const isOfWord = (character = '') => /^\w$/.test(character);

const unusable = (text: string) =>
	new FilterFault(
		`uses "${text}", which this trigger does not support: it can take very long. Use characters, sets, groups, |, *, +, ? and {…} only`,
	);
