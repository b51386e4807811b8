import type { ICredentialTestFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { isObject } from '../api/answer';

export interface Reply {
	readonly status: number;
	readonly body: unknown;
}

/**
 * One GET of a credential test. The only HTTP helper that n8n gives to these tests signs nothing itself.
 *
 * @throws UserError when no answer came
 */
export async function ask(
	host: ICredentialTestFunctions,
	url: string,
	authorization: string,
): Promise<Reply> {
	return await send(host, {
		method: 'GET',
		uri: url,
		headers: { Accept: 'application/vnd.pagerduty+json;version=2', Authorization: authorization },
	});
}

/** One request of a credential test as the caller wrote it; see {@link ask}. */
export async function send(
	host: ICredentialTestFunctions,
	request: { uri: string } & Record<string, unknown>,
): Promise<Reply> {
	const options = {
		json: true,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		timeout: 15_000,
		...request,
	};
	const response: unknown = await host.helpers.request(options).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
		throw new UserError(`No answer from ${new URL(request.uri).origin}${code}`, {
			description: 'Check that this n8n can reach the internet: firewall, proxy, DNS',
		});
	});
	const { statusCode, body } = isObject(response) ? response : {};
	return { status: Number(statusCode), body };
}
