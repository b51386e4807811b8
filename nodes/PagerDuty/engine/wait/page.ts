import { createHash } from 'crypto';

import type { Asked } from './waits';

const style =
	'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
	'p{white-space:pre-wrap;overflow-wrap:anywhere}' +
	'input{font:inherit;display:block;width:100%;box-sizing:border-box;padding:.5rem;margin:.25rem 0 1.5rem}' +
	'button{font:inherit;padding:.75rem 1.5rem;margin:0 1rem 1rem 0}';

const styleDigest = createHash('sha256').update(style).digest('base64');

/** Headers of every page: it is kept nowhere, tells nobody its address, runs no script, and is shown in no frame. */
export const headers = {
	'Content-Type': 'text/html; charset=utf-8',
	'Cache-Control': 'no-store',
	'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleDigest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex',
} as const;

/** How long a name may be that is entered on the page. */
export const longestName = 100;

/** The page that asks. Its buttons send `answer`, and `name`, to the address it came from. */
export const questionPage = ({ message, incident }: Asked): string =>
	page(
		incident.title,
		`<p>${escaped(message)}</p>
<form method="post">
<label>Your name (optional)<input name="name" autocomplete="name" maxlength="${longestName}"></label>
<button name="answer" value="approve">Approve</button>
<button name="answer" value="decline">Decline</button>
</form>
<p>Incident #${escaped(String(incident.incident_number))}${linkTo(incident.html_url)}</p>`,
	);

/** What a person sees who has answered. */
export const thanksPage = (approved: boolean): string =>
	page(approved ? 'Approved' : 'Declined', '<p>Your answer was passed on. You can close this page.</p>');

/** What a person sees who comes too late, or with a link of an earlier question. */
export const overPage = (): string =>
	page(
		'No answer needed',
		'<p>This question was answered, or its time is over. You can close this page.</p>',
	);

/** What a person sees who answers at the same moment as somebody else, or presses the button twice. */
export const underWayPage = (): string =>
	page(
		'An answer is being passed on',
		'<p>Somebody has answered this question a moment ago. You can close this page.</p>',
	);

/** What a person sees where n8n could not do its part. */
export const troublePage = (): string =>
	page('Please try again', '<p>This n8n could not show the question, or take the answer, at the moment.</p>');

const page = (title: string, content: string) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${content}
</body>
</html>
`;

/** Only to the web: an address comes from an API, and `javascript:` would be one as well. */
const linkTo = (url: string) =>
	/^https?:\/\//.test(url) ? `: <a href="${escaped(url)}" rel="noreferrer">open in PagerDuty</a>` : '';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
