const signs: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as HTML, for the content of elements and for attributes in quotation marks. Signs that no text has are left out. */
export const escape = (text: string): string =>
	text.replace(/[\0-\x08\x0B\f\x0E-\x1F]/g, '').replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** An address that a browser may open or load; undefined for anything but http and https. */
export const safeUrl = (url: string | undefined): string | undefined =>
	url !== undefined && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? url : undefined;
