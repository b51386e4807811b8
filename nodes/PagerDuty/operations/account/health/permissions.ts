import type { IDataObject } from 'n8n-workflow';

import type { CredentialFacts } from '../../../api/credentialFacts';
import type { Observed } from '../../../api/traffic';
import { concern, fine, notFoundOut, type Line, type Settled } from './line';

/** What the plan of the account can do. */
export function abilitiesLine(found: Settled<string[]>): Line {
	if ('error' in found) return notFoundOut('abilities', found.error);
	const { result: names } = found;
	return fine('abilities', `The plan of the account has ${names.length} abilities`, { abilities: names });
}

/** What an OAuth token may do. PagerDuty does not refuse a scope that an app lacks: it grants less. */
export function scopesLine({ authentication, asked, granted }: CredentialFacts): Line {
	if (authentication !== 'oAuth2')
		return fine('scopes', 'An API key has no scopes: it may do what it was made for, or what its user may');
	if (granted === undefined)
		return concern(
			'warning',
			'scopes',
			'PagerDuty did not say which scopes it granted',
			'Where an operation lacks one, its error names it.',
			{ asked: [...asked] },
		);
	const missing = asked.filter((scope) => !granted.includes(scope));
	const facts: IDataObject = { granted: [...granted], missing };
	if (missing.length === 0)
		return fine('scopes', `PagerDuty granted all ${asked.length} scopes that were asked for`, facts);
	return concern(
		'warning',
		'scopes',
		`PagerDuty did not grant ${missing.join(', ')}`,
		'Add what your workflows need to the app in PagerDuty (Integrations > App Registration), then connect the credential again. Or choose fewer scopes in the credential.',
		facts,
	);
}

/** The share of the rate limit, in percent, from which on there is little room left. */
const full = 80;

/** How much of the rate limit is in use in the present minute, by all that use the same key. */
export function rateLimitLine({ rateLimit }: Observed): Line {
	if (rateLimit === undefined)
		return concern(
			'warning',
			'rateLimit',
			'No answer told how much of the rate limit is in use',
			'A proxy between this n8n and PagerDuty may remove the headers whose names begin with "ratelimit". If PagerDuty was not reached, mend that first.',
		);
	const { limit, remaining, resetsIn } = rateLimit;
	const used = Math.round((100 * (limit - remaining)) / limit);
	const facts = { limit, remaining, used_percent: used, resets_in_seconds: resetsIn ?? null };
	const message = `${used} % of the ${limit} requests a minute are in use`;
	if (used < full) return fine('rateLimit', message, facts);
	return concern(
		'warning',
		'rateLimit',
		message,
		'Requests wait once the limit is reached. Give busy workflows and other programs keys of their own, or let them ask less often.',
		facts,
	);
}
