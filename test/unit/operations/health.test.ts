import type { CredentialFacts } from '../../../nodes/PagerDuty/api/credentialFacts';
import { factsOf } from '../../../nodes/PagerDuty/api/credentialFacts';
import { Traffic } from '../../../nodes/PagerDuty/api/traffic';
import { connectionLine } from '../../../nodes/PagerDuty/operations/account/health/connection';
import { rateLimitLine, scopesLine } from '../../../nodes/PagerDuty/operations/account/health/permissions';

const oAuth = (granted: unknown): CredentialFacts =>
	factsOf('oAuth2', 'https://api.pagerduty.com', {
		region: 'us',
		grantType: 'clientCredentials',
		scope: 'as_account-us.acme incidents.read incidents.write users.read',
		clientSecret: 'sesame-sesame',
		oauthTokenData: { access_token: 'open-sesame', ...(granted === undefined ? {} : { scope: granted }) },
	});

describe('the scopes of a token', () => {
	it('are in order where all were granted that were asked for, whatever else there is', () => {
		const facts = oAuth('openid users.read as_account-us.acme incidents.read incidents.write');
		expect(scopesLine(facts)).toMatchObject({ status: 'ok', missing: [] });
	});

	it('are named where PagerDuty granted less, with what to do', () => {
		const line = scopesLine(oAuth('openid users.read'));
		expect(line).toMatchObject({ status: 'warning', missing: ['incidents.read', 'incidents.write'] });
		expect(line.message).toContain('incidents.read, incidents.write');
		expect(line.advice).toContain('connect the credential again');
	});

	it('are unknown where the answer did not name them', () => {
		expect(scopesLine(oAuth(undefined))).toMatchObject({ status: 'warning' });
	});

	it('are known without a secret', () => {
		expect(JSON.stringify(oAuth('users.read'))).not.toMatch(/sesame/);
	});
});

describe('what answers tell on the side', () => {
	const answer = (headers: Record<string, string>) => ({ status: 200, headers, body: {} });

	it('is the quickest time, and the newest rate limit that one told', () => {
		const traffic = new Traffic();
		expect(traffic.observed).toEqual({});
		traffic.note(answer({ 'ratelimit-limit': '960', 'ratelimit-remaining': '900' }), 80);
		traffic.note(
			answer({ 'ratelimit-limit': '960', 'ratelimit-remaining': '96', 'ratelimit-reset': '7' }),
			40,
		);
		traffic.note(answer({}), 60);
		expect(traffic.observed).toEqual({
			responseTime: 40,
			rateLimit: { limit: 960, remaining: 96, resetsIn: 7 },
		});
		expect(rateLimitLine(traffic.observed)).toMatchObject({ status: 'warning', used_percent: 90 });
	});

	it.each<Record<string, string>>([
		{ 'ratelimit-limit': '0', 'ratelimit-remaining': '0' },
		{ 'ratelimit-limit': '960' },
		{ 'ratelimit-limit': 'many', 'ratelimit-remaining': 'few' },
	])('is no rate limit where the headers make no sense: %j', (headers) => {
		const traffic = new Traffic();
		traffic.note(answer(headers), 1);
		expect(traffic.observed.rateLimit).toBeUndefined();
	});

	it('shows a slow connection', () => {
		expect(connectionLine([{ result: {} }], { responseTime: 2999.6 })).toMatchObject({ status: 'ok' });
		expect(connectionLine([{ result: {} }], { responseTime: 3001 })).toMatchObject({ status: 'warning' });
	});
});
