import { type Sandbox, startSandbox } from '../../../sandbox';
import { authorization, callback, rawRequests } from './rawRequests';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, redirectUris: ['https://n8n.example.com/callback'] });
});
afterAll(async () => await sandbox.close());

const send = rawRequests(() => sandbox.url);

describe('OAuth', () => {
	const decide = async (redirect: string) => {
		const form = authorization(redirect);
		form.set('user_id', sandbox.users()[0]?.id ?? '');
		form.set('decision', 'allow');
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		return await send('/oauth/authorize', { method: 'POST', headers, body: form.toString() });
	};

	it.each([
		callback,
		'http://127.0.0.1:40123/rest/oauth2-credential/callback',
		'http://[::1]:5678/rest/oauth2-credential/callback',
		'https://n8n.example.com/callback',
	])('sends a code to the registered address %s', async (redirect) => {
		const { status, headers } = await decide(redirect);
		expect(status).toBe(302);
		expect(String(headers.location)).toContain(`${redirect}?code=`);
	});

	it.each([
		'https://elsewhere.example/rest/oauth2-credential/callback',
		'http://localhost.elsewhere.example/rest/oauth2-credential/callback',
		'http://localhost:5678/elsewhere',
		'http://localhost:5678/rest/oauth2-credential/callback/../../../elsewhere',
		'http://person@elsewhere.example:80/rest/oauth2-credential/callback',
		'https://n8n.example.com/callback/more',
		'javascript:alert(1)',
		'not an address',
	])('sends nobody to %s', async (redirect) => {
		const query = authorization(redirect).toString();
		for (const answer of [await send(`/oauth/authorize?${query}`), await decide(redirect)]) {
			expect(answer.status).toBe(400);
			expect(answer.headers.location).toBeUndefined();
			expect(answer.text).toContain('redirect_uri is not registered');
		}
	});
});
