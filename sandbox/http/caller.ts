import type { Account } from '../account';
import { accessDenied, authenticationFailed, requesterNotFound, ScopesMissing } from '../errors';

/** Who sends a request. */
export interface Caller {
	/** What the rate limit is counted by. */
	rateKey: string;
	/** The user behind a user key or user token; null for account keys and app tokens. */
	userId: string | null;
	/** @throws 403 where the key or token does not reach that far. */
	demand(scope: string | null): void;
}

/** Reads `Authorization: Token token=<key>` and `Authorization: Bearer <token>`. @throws 401 */
export function authenticate({ world, clock }: Account, authorization: string | undefined): Caller {
	const token = /^Token token="?([^"\s]+)"?$/.exec(authorization ?? '')?.[1];
	const key = token === undefined ? undefined : world.apiKeys.get(token);
	if (key) {
		const demand = (scope: string | null) => {
			if (key.access === 'read' && scope?.endsWith('.write')) throw accessDenied('Read-only API key');
		};
		return { rateKey: key.key, userId: key.userId, demand };
	}
	const bearer = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
	const grant = bearer === undefined ? undefined : world.grants.get(bearer);
	if (grant?.kind !== 'access' || Date.parse(grant.expiresAt) <= clock.now().getTime())
		throw authenticationFailed();
	const demand = (scope: string | null) => {
		if (scope !== null && !grant.scopes.includes(scope)) throw new ScopesMissing(scope, grant.scopes);
	};
	// One limit for an app, however many tokens it asked for.
	return { rateKey: grant.userId ?? 'app', userId: grant.userId, demand };
}

/**
 * The user in whose name something is written: the From header's, else the key's or token's own.
 * @throws 400 code 1008 where there is none
 */
export function requester({ world }: Account, caller: Caller, from: string | undefined): string {
	if (caller.userId !== null && !from) return caller.userId;
	const user = from ? world.userByEmail(from) : undefined;
	if (!user) throw requesterNotFound();
	return caller.userId ?? user.id;
}
