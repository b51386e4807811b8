import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account } from '../account';
import { sandboxOAuthApp } from '../keys';
import { grantable, issue, OAuthError, redeem } from './grants';

export type TokenRequest = Record<string, string | undefined>;

const same = (a: string, b: string) => {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
};

/** The client's id and secret, from the body or from a Basic header. */
function clientOf(form: TokenRequest, authorization: string | undefined): [string, string] {
	const basic = /^Basic (.+)$/.exec(authorization ?? '')?.[1];
	if (basic === undefined) return [form.client_id ?? '', form.client_secret ?? ''];
	const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
	return [decodeURIComponent(id), decodeURIComponent(secret.join(':'))];
}

/** POST /oauth/token: https://developer.pagerduty.com/docs/oauth-functionality */
export function answerTokenRequest(account: Account, form: TokenRequest, authorization: string | undefined) {
	const [id, secret] = clientOf(form, authorization);
	if (!same(id, sandboxOAuthApp.clientId) || !same(secret, sandboxOAuthApp.clientSecret))
		throw new OAuthError(401, 'invalid_client', 'Client authentication failed');
	switch (form.grant_type) {
		case 'authorization_code':
			return fromCode(account, form);
		case 'refresh_token': {
			const grant = redeem(account, 'refresh', form.refresh_token);
			return userToken(account, grant.userId, grant.scopes);
		}
		case 'client_credentials':
			return appToken(account, form.scope);
		default:
			throw new OAuthError(400, 'unsupported_grant_type', `Unsupported grant type ${form.grant_type ?? ''}`);
	}
}

function fromCode(account: Account, form: TokenRequest) {
	const grant = redeem(account, 'code', form.code);
	const challenge = createHash('sha256')
		.update(form.code_verifier ?? '')
		.digest('base64url');
	if (!form.code_verifier || challenge !== grant.codeChallenge)
		throw new OAuthError(400, 'invalid_grant', 'The PKCE code verifier does not match');
	if (form.redirect_uri !== grant.redirectUri)
		throw new OAuthError(400, 'invalid_grant', 'The redirect address is not the one of the authorization');
	return userToken(account, grant.userId, grant.scopes);
}

function userToken(account: Account, userId: string | null, scopes: string[]) {
	const { accessTokenSeconds, refreshTokenSeconds } = account.settings;
	const access = issue(account, 'access', accessTokenSeconds, { userId, scopes });
	const refresh = issue(account, 'refresh', refreshTokenSeconds, { userId, scopes });
	account.changed();
	return { ...tokenAnswer(account, access.token, scopes), refresh_token: refresh.token };
}

/** An app token has no refresh token: the client asks again. */
function appToken(account: Account, scope: string | undefined) {
	const wanted = `as_account-${sandboxOAuthApp.region}.${sandboxOAuthApp.subdomain}`;
	if (!(scope ?? '').split(/[\s+]+/).includes(wanted))
		throw new OAuthError(400, 'invalid_scope', `The scope must contain ${wanted}`);
	const scopes = grantable(scope);
	const { accessTokenSeconds } = account.settings;
	const access = issue(account, 'access', accessTokenSeconds, { userId: null, scopes });
	account.changed();
	return tokenAnswer(account, access.token, [wanted, ...scopes]);
}

const tokenAnswer = ({ settings }: Account, token: string, scopes: string[]) => ({
	access_token: token,
	token_type: 'bearer',
	scope: scopes.join(' '),
	expires_in: settings.accessTokenSeconds,
});
