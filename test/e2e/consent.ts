import type { Stage } from './stage';

/**
 * Signs in as a person would: opens the consent page, agrees, and is sent back to n8n.
 *
 * @returns the address of the consent page
 */
export async function consent(
	{ n8n, sandbox }: Pick<Stage, 'n8n' | 'sandbox'>,
	credentialId: string,
): Promise<URL> {
	const address = new URL(await n8n.client.credentials.oAuth2Url(credentialId));
	expect(await (await fetch(address)).text()).toContain('Authorize the app?');
	const form = new URLSearchParams(address.search);
	form.set('user_id', String(sandbox.users()[0]?.id));
	form.set('decision', 'allow');
	const agreed = await fetch(new URL('/oauth/authorize', sandbox.url), {
		method: 'POST',
		body: form,
		redirect: 'manual',
	});
	const callback = new URL(String(agreed.headers.get('location')));
	expect(callback.pathname).toBe('/rest/oauth2-credential/callback');
	await n8n.client.send('GET', callback.pathname + callback.search);
	return address;
}
