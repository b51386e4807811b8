import { randomBytes } from 'node:crypto';
import type { Account } from '../account';
import { ErrorAnswer } from '../errors';
import type { OAuthGrant } from '../world/grants';

/** An error as OAuth 2.0 (RFC 6749, 5.2) words it. */
export class OAuthError extends ErrorAnswer {
	constructor(
		status: number,
		private readonly code: string,
		description: string,
	) {
		super(status, description);
	}

	get body() {
		return { error: this.code, error_description: this.message };
	}
}

/** Scopes that the app is registered for. Any other is not refused: it is just not granted. */
export const registeredScopes: readonly string[] = [
	'abilities.read',
	'analytics.read',
	'analytics.write',
	'change_events.read',
	'change_events.write',
	'custom_fields.read',
	'escalation_policies.read',
	'incident_types.read',
	'incident_workflows.read',
	'incident_workflows:instances.write',
	'incidents.read',
	'incidents.write',
	'oncalls.read',
	'priorities.read',
	'schedules.read',
	'schedules.write',
	'services.read',
	'services.write',
	'status_pages.read',
	'status_pages.write',
	'subscribers.read',
	'subscribers.write',
	'tags.read',
	'teams.read',
	'templates.read',
	'users.read',
	'users:contact_methods.read',
	'users:notifications.read',
	'webhook_subscriptions.read',
	'webhook_subscriptions.write',
];

/** What is granted of what was asked for; `openid` stays where nothing else does. */
export function grantable(asked: string | undefined): string[] {
	const wanted = new Set((asked ?? '').split(/[\s+]+/).filter(Boolean));
	const granted = [...wanted].filter((scope) => registeredScopes.includes(scope));
	return wanted.has('openid') || granted.length === 0 ? ['openid', ...granted] : granted;
}

/** Makes and keeps a code or token. */
export function issue(
	{ world, clock }: Account,
	kind: OAuthGrant['kind'],
	seconds: number,
	rest: Omit<OAuthGrant, 'token' | 'kind' | 'expiresAt'>,
): OAuthGrant {
	const prefix = { code: 'pdc', access: 'pdus+_0XBPWQQ_', refresh: 'pdrt' }[kind];
	const token = `${prefix}${randomBytes(30).toString('base64url')}`;
	const expiresAt = new Date(clock.now().getTime() + seconds * 1000).toISOString();
	const grant = { token, kind, expiresAt, ...rest };
	world.grants.set(token, grant);
	return grant;
}

/** Takes a code or refresh token, which works once. @throws `invalid_grant` */
export function redeem(
	{ world, clock }: Account,
	kind: 'code' | 'refresh',
	token: string | undefined,
): OAuthGrant {
	const grant = world.grants.get(token ?? '');
	if (grant?.kind !== kind)
		throw new OAuthError(400, 'invalid_grant', `The ${kind} is unknown or already used`);
	world.grants.delete(grant.token);
	if (Date.parse(grant.expiresAt) <= clock.now().getTime())
		throw new OAuthError(400, 'invalid_grant', `The ${kind} has expired`);
	return grant;
}
