import type { ReportDocument } from '../document';
import { blockOf } from './blocks';
import { escape, safeUrl } from './escape';
import { style } from './style';

/**
 * A report as one HTML file. It runs no script and loads nothing but its logo, if it has one: it says so to the browser, so
 * that this holds whatever texts are in it.
 */
export function html({ title, subtitle, logoUrl, blocks, footer }: ReportDocument): string {
	const logo = safeUrl(logoUrl);
	return [
		'<!DOCTYPE html>',
		'<html lang="en">',
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${escape(policyWith(logo))}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="referrer" content="no-referrer">',
		'<meta name="robots" content="noindex">',
		`<title>${escape(title)}</title>`,
		`<style>${style}</style>`,
		'</head>',
		'<body>',
		'<header>',
		...(logo === undefined ? [] : [`<img src="${escape(logo)}" alt="">`]),
		`<h1>${escape(title)}</h1>`,
		`<p>${escape(subtitle)}</p>`,
		'</header>',
		'<main>',
		...blocks.map(blockOf),
		'</main>',
		`<footer>${escape(footer)}</footer>`,
		'</body>',
		'</html>',
		'',
	].join('\n');
}

function policyWith(logo: string | undefined): string {
	const images = logo === undefined ? '' : `; img-src ${new URL(logo).origin}`;
	return `default-src 'none'; style-src 'unsafe-inline'${images}; base-uri 'none'; form-action 'none'`;
}
