import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { isObject } from './answer';

/**
 * What the credential's own scope makes of what was entered as Subdomain: the first part of an address, without a scheme,
 * in lower case. `credentials/PagerDutyAppOAuth2Api.credentials.ts` says the same as an expression.
 */
const subdomainIn = (entered: string) =>
	entered
		.toLowerCase()
		.replace(/^[a-z]+:\/\//, '')
		.split(/[./:?#]/)[0] ?? '';

/** The account that a scope of an app token names: `as_account-us.acme`. */
const accountIn = (scope: unknown) => /as_account-\w+\.[\w-]+/i.exec(String(scope ?? ''))?.[0].toLowerCase();

/**
 * Checks that an app's token is, or will be, one of the account that the credential names.
 *
 * @throws UserError when it cannot be
 */
export function checkAccount(data: ICredentialDataDecryptedObject): void {
	const { region, scope } = data;
	const subdomain = String(data.subdomain ?? '').trim();
	const token = isObject(data.oauthTokenData) ? data.oauthTokenData : {};
	// Without one PagerDuty gives no token; who has a token has no need of it.
	const isNeeded = subdomain !== '' || Object.keys(token).length === 0;
	if (isNeeded && !/^[a-z0-9][a-z0-9-]*$/.test(subdomainIn(subdomain))) {
		throw new UserError('The Subdomain of the PagerDuty OAuth credential is not a subdomain', {
			description: 'Enter the first part of your PagerDuty address: acme for https://acme.pagerduty.com.',
		});
	}
	if (region === 'us' && /\.eu\.pagerduty\.com\b/i.test(subdomain)) {
		throw new UserError('The Subdomain of the PagerDuty OAuth credential belongs to the EU region', {
			description: 'Set Region to EU in the credential.',
		});
	}
	const account = accountIn(scope);
	const held = accountIn(token.scope);
	if (held !== undefined && account !== undefined && held !== account) {
		throw new UserError('The PagerDuty OAuth credential holds a token of another account', {
			description: `n8n keeps one token for each credential. The one in here was issued for ${held}, and this is about ${account}. Use one credential for each account.`,
		});
	}
}
