import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { takeForms } from '../http/bodies';
import { sandboxOAuthApp } from '../keys';
import { consentPage } from './consentPage';
import { grantable, issue, OAuthError } from './grants';
import { answerTokenRequest } from './token';

/** Where n8n waits for the answer. On this machine any port will do (RFC 8252, 7.3). */
const localN8n = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/rest\/oauth2-credential\/callback$/;

const authorizeQuery = z.object({
	client_id: z.literal(sandboxOAuthApp.clientId, { message: 'Unknown client_id' }),
	response_type: z.literal('code', { message: 'response_type must be code' }),
	redirect_uri: z.string(),
	code_challenge: z.string().min(43, 'PKCE is required: code_challenge is missing'),
	code_challenge_method: z.literal('S256', { message: 'code_challenge_method must be S256' }),
	scope: z.string().default(''),
	state: z.string().optional(),
});

const decision = authorizeQuery.extend({ decision: z.enum(['allow', 'deny']), user_id: z.string() });
const form = z.record(z.string());

function read<Schema extends z.ZodTypeAny>(schema: Schema, value: unknown): z.output<Schema> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw new OAuthError(400, 'invalid_request', result.error.issues.map(({ message }) => message).join('; '));
}

/**
 * The OAuth server that PagerDuty has at identity.pagerduty.com, for one registered app.
 *
 * @param redirectUris addresses that are registered besides that of an n8n on this machine
 */
export function addOAuthRoutes(
	app: FastifyInstance,
	account: Account,
	redirectUris: readonly string[] = [],
): void {
	const { world } = account;
	takeForms(app);
	// Said here and not to that address: whoever is sent to a foreign one has lost the code.
	const assertRegistered = ({ redirect_uri: address }: { redirect_uri: string }) => {
		if (localN8n.test(address) || redirectUris.includes(address)) return;
		throw new OAuthError(400, 'invalid_request', 'redirect_uri is not registered');
	};

	app.get('/oauth/authorize', (request, reply) => {
		const asked = read(authorizeQuery, request.query);
		assertRegistered(asked);
		const users = [...world.users.values()].map(({ id, name }) => ({ id, name }));
		const page = consentPage({ request: read(form, request.query), scopes: grantable(asked.scope), users });
		return reply.type('text/html; charset=utf-8').send(page.text);
	});

	app.post('/oauth/authorize', (request, reply) => {
		const answer = read(decision, request.body);
		assertRegistered(answer);
		const target = new URL(answer.redirect_uri);
		if (answer.decision === 'deny') target.searchParams.set('error', 'access_denied');
		else {
			if (!world.users.has(answer.user_id)) throw new OAuthError(400, 'invalid_request', 'Unknown user');
			const { token } = issue(account, 'code', account.settings.codeSeconds, {
				userId: answer.user_id,
				scopes: grantable(answer.scope),
				redirectUri: answer.redirect_uri,
				codeChallenge: answer.code_challenge,
			});
			target.searchParams.set('code', token);
		}
		if (answer.state !== undefined) target.searchParams.set('state', answer.state);
		return reply.redirect(target.href, 302);
	});

	app.post('/oauth/token', (request, reply) => {
		const answer = answerTokenRequest(account, read(form, request.body), request.headers.authorization);
		return reply.header('cache-control', 'no-store').send(answer);
	});
}
