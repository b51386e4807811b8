import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { sandboxOAuthApp } from '../keys';
import { consentPage } from './consentPage';
import { grantable, issue, OAuthError } from './grants';
import { isRegistered } from './redirects';
import { answerTokenRequest } from './token';

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

/** @throws 400 when the app is not registered with the redirect address: nobody is sent there, not even with an error */
function checkRedirect({ settings }: Account, address: string): void {
	if (isRegistered(address, settings.redirectUris)) return;
	throw new OAuthError(400, 'invalid_request', 'The app is not registered with this redirect_uri');
}

function read<Schema extends z.ZodTypeAny>(schema: Schema, value: unknown): z.output<Schema> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw new OAuthError(400, 'invalid_request', result.error.issues.map(({ message }) => message).join('; '));
}

/** The OAuth server that PagerDuty has at identity.pagerduty.com, for one registered app. */
export function addOAuthRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	app.get('/oauth/authorize', { config: { page: true } }, (request, reply) => {
		const asked = read(authorizeQuery, request.query);
		checkRedirect(account, asked.redirect_uri);
		const users = [...world.users.values()].map(({ id, name }) => ({ id, name }));
		const page = consentPage({ request: read(form, request.query), scopes: grantable(asked.scope), users });
		return reply.type('text/html; charset=utf-8').send(page.text);
	});

	app.post('/oauth/authorize', { config: { form: true } }, (request, reply) => {
		const answer = read(decision, request.body);
		checkRedirect(account, answer.redirect_uri);
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

	app.post('/oauth/token', { config: { form: true } }, (request, reply) => {
		const answer = answerTokenRequest(account, read(form, request.body), request.headers.authorization);
		return reply.header('cache-control', 'no-store').send(answer);
	});
}
