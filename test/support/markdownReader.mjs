/** Reads a page of Markdown as GitHub shows it. Outside of Jest, which cannot load ES modules. */
import GithubSlugger from 'github-slugger';
import { lexer } from 'marked';

/**
 * @param {string} text
 * @returns {import('./markdown').Page}
 */
export function readPage(text) {
	const tokens = lexer(text);
	const all = tokens.flatMap(inner);
	const slugger = new GithubSlugger();
	return {
		anchors: ofType(all, 'heading').map((heading) => slugger.slug(seenIn(heading))),
		links: [...ofType(all, 'link'), ...ofType(all, 'image')].map(({ href }) => href),
		words: tokens.map(seenIn).join(' ').split(/\s+/).filter(isWord).length,
		rows: ofType(all, 'table').flatMap(({ rows }) => rows.map((cells) => cells.map(cellOf))),
	};
}

const ofType = (tokens, type) => tokens.filter((token) => token.type === type);

const isWord = (part) => /[\p{L}\p{N}]/u.test(part);

const innerOf = ({ type, tokens = [], items, header, rows }) =>
	type === 'table' ? [...header, ...rows.flat()] : type === 'list' ? items : tokens;

/** A token and all that is in it. */
const inner = (token) => [token, ...innerOf(token).flatMap(inner)];

/** The text that people see, without blocks of code, comments and addresses. */
function seenIn(token) {
	if (token.type === 'code' || token.type === 'html' || token.type === 'image') return '';
	const parts = innerOf(token);
	if (parts.length === 0) return token.text ?? '';
	// Blocks stand apart; what is inline belongs together.
	return parts.map(seenIn).join(token.type === 'list' || token.type === 'table' ? ' ' : '');
}

function cellOf(cell) {
	const parts = inner(cell);
	return {
		text: seenIn(cell),
		code: ofType(parts, 'codespan').map(({ text }) => text),
		strong: ofType(parts, 'strong').map(seenIn),
	};
}
