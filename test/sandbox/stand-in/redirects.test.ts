import { type Sandbox, sandboxOAuthApp, startSandbox } from '../../../sandbox';
import { rawSender, type Sent } from './rawSender';

let sandbox: Sandbox;
let sender: ReturnType<typeof rawSender>;
const send = (request: Sent) => sender.send(request);

beforeAll(async () => {
	sandbox = await startSandbox();
	sender = rawSender(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	sender.close();
	await sandbox.close();
});

describe('redirect addresses of the OAuth app', () => {
	const asked = (redirect_uri: string) => ({
		client_id: sandboxOAuthApp.clientId,
		response_type: 'code',
		redirect_uri,
		code_challenge: 'c'.repeat(43),
		code_challenge_method: 'S256',
		scope: 'users.read',
	});
	const consentPage = async (redirect: string) =>
		await send({
			method: 'GET',
			path: `/oauth/authorize?${new URLSearchParams(asked(redirect)).toString()}`,
		});
	const agree = async (redirect: string, decision = 'allow') => {
		const form = { ...asked(redirect), decision, user_id: sandbox.users()[0]?.id ?? '' };
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const body = new URLSearchParams(form).toString();
		return await send({ method: 'POST', path: '/oauth/authorize', headers, body });
	};

	it.each([
		'http://localhost:5678/rest/oauth2-credential/callback',
		'http://127.0.0.1:5680/rest/oauth2-credential/callback',
		'https://localhost/n8n/rest/oauth2-credential/callback',
		'http://[::1]:5678/rest/oauth2-credential/callback',
	])('are those of an n8n on this machine: %s', async (redirect) => {
		expect((await consentPage(redirect)).status).toBe(200);
		const answer = await agree(redirect);
		expect(answer.status).toBe(302);
		expect(String(answer.headers.location)).toContain(`${redirect}?code=`);
	});

	it.each([
		'https://elsewhere.example/rest/oauth2-credential/callback',
		'http://localhost.elsewhere.example/rest/oauth2-credential/callback',
		'http://localhost:5678@elsewhere.example/rest/oauth2-credential/callback',
		'http://user@localhost:5678/rest/oauth2-credential/callback',
		'http://localhost:5678/other/page',
		'http://localhost:5678/rest/oauth2-credential/callback?next=https://elsewhere.example',
		'http://localhost:5678/rest/oauth2-credential/callback#x',
		'http://localhost:5678/a/../rest/oauth2-credential/callback',
		'javascript:alert(1)//localhost/rest/oauth2-credential/callback',
		'http:localhost/rest/oauth2-credential/callback',
		'',
	])('are no other: %s', async (redirect) => {
		for (const answer of [
			await consentPage(redirect),
			await agree(redirect),
			await agree(redirect, 'deny'),
		]) {
			expect(answer.status).toBe(400);
			expect(answer.headers.location).toBeUndefined();
		}
	});

	it('are also those that were registered', async () => {
		const redirect = 'https://n8n.example.com/rest/oauth2-credential/callback';
		sandbox.settings({ redirectUris: [redirect] });
		expect((await agree(redirect)).status).toBe(302);
		expect((await agree(`${redirect}/more`)).status).toBe(400);
	});
});
