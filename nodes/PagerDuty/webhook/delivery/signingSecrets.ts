import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';

import { isManual } from '../host';
import { storedSecrets } from '../subscription/store';

/**
 * The secrets that a signature may be made with now: of this node's subscriptions, or of webhooks that a person set up.
 *
 * @throws an error when the credential is needed and cannot be read
 */
export async function activeSecrets(host: IWebhookFunctions): Promise<string[]> {
	if (!isManual(host)) return storedSecrets(host);
	const { signingSecrets } = await host.getCredentials('pagerDutyWebhookApi');
	return splitSecrets(signingSecrets);
}

/** Splits several secrets at commas, spaces and line breaks: PagerDuty uses none of these in a secret. */
export const splitSecrets = (text: unknown): string[] =>
	String(text ?? '')
		.split(/[\s,]+/)
		.filter((secret) => secret !== '');

/** Characters. PagerDuty's secrets have 64; a much shorter text is a secret cut off, or none. */
const shortest = 16;

/** Tests a PagerDuty Webhook API credential. PagerDuty has no request that checks a secret, so typical slips are looked for. */
export async function testSigningSecrets(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const secrets = splitSecrets(credential.data?.signingSecrets);
	const slip = secrets.map(slipIn).find((each) => each !== undefined);
	if (secrets.length === 0) return { status: 'Error', message: 'There is no signing secret in here yet' };
	if (slip !== undefined) return { status: 'Error', message: slip };
	return {
		status: 'OK',
		message:
			secrets.length === 1
				? 'Holds one signing secret. Whether PagerDuty signs with it shows at the first event'
				: `Holds ${secrets.length} signing secrets. Every trigger that uses this credential accepts any of them, so use it in one trigger only`,
	};
}

function slipIn(secret: string): string | undefined {
	if (secret.startsWith('v1=')) {
		return 'This is a signature ("v1=…"). The secret is what PagerDuty shows once, when the webhook is created';
	}
	if (secret.length >= shortest) return undefined;
	return `A signing secret of PagerDuty is longer than ${secret.length} characters. Copy it again in full`;
}
