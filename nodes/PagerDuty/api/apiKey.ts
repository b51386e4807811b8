/** Quotes and what is invisible, as they come along when a key is copied from a document or a terminal. */
const wrapping = /^[\s\p{Cf}\p{Pi}\p{Pf}"'`„‚]+|[\s\p{Cf}\p{Pi}\p{Pf}"'`„‚]+$/gu;

/** What stands before the key where a whole header was copied: `Authorization: Token token=`. */
const header = /^.*\btoken\s*=/is;

/**
 * A key as PagerDuty knows it, from whatever was pasted or evaluated: white space, quotes and `Token token=` around it
 * are taken off. Empty where there is none.
 */
export function keyIn(pasted: unknown): string {
	const text = ['string', 'number'].includes(typeof pasted) ? String(pasted) : '';
	return text.replace(wrapping, '').replace(header, '').replace(wrapping, '');
}

/** Whether it can be sent in a header: a key has neither blanks nor letters beyond ASCII in it. */
export const isSendable = (key: string) => /^[\x21-\x7e]+$/.test(key);

/** Whether it has the form of an integration key of the Events API. */
export const isIntegrationKey = (key: string) => /^[a-z0-9]{32}$/i.test(key);

/**
 * What somebody took for an API key of PagerDuty's REST API, by its form, and where to go with it.
 *
 * @returns undefined where it may well be an API key
 */
export function mistakenFor(key: string): string | undefined {
	if (/\bBearer\s/i.test(key) || /^pd\w\w\+/i.test(key) || /^ey[\w-]+\.[\w-]+\.[\w-]*$/.test(key))
		return `This is an OAuth token, not an API key: for OAuth there is the credential PagerDuty App OAuth2 API. ${whereKeysAre}`;
	if (isIntegrationKey(key))
		return `This is an integration key: it has 32 characters and only sends events to one service. ${whereKeysAre}`;
	return undefined;
}

const whereKeysAre =
	'Create an API key in PagerDuty: Integrations > API Access Keys, or your profile > User Settings.';
