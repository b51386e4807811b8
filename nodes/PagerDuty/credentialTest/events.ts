import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { errorOf } from '../api/answer';
import { isIntegrationKey, keyIn } from '../api/apiKey';
import { eventsBaseUrl, type Region } from '../api/region';
import { conceal, secretsIn } from '../api/secrets';
import { send } from './ask';

/**
 * Tests a PagerDuty Events API credential by resolving an alert that does not exist: PagerDuty checks the key,
 * accepts the event and drops it. Source: https://developer.pagerduty.com/docs/send-alert-event
 */
export async function testEvents(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const key = keyIn(data.integrationKey);
	if (!isIntegrationKey(key)) {
		return {
			status: 'Error',
			message: `An Integration Key has 32 letters and digits; this one has ${key.length} characters${key.length === 20 ? ', as an API key has, which belongs in a PagerDuty Token API credential' : ''}`,
		};
	}
	try {
		const { status, body } = await send(this, {
			method: 'POST',
			uri: `${eventsBaseUrl(String(data.region ?? 'us') as Region, String(data.baseUrl ?? ''))}/v2/enqueue`,
			body: { routing_key: key, event_action: 'resolve', dedup_key: 'test by n8n' },
		});
		if (status === 202) return { status: 'OK', message: 'PagerDuty accepts this Integration Key' };
		const { message = `HTTP ${status}`, errors } = errorOf(body);
		const said = conceal([message, ...errors].join(': '), secretsIn(data));
		return {
			status: 'Error',
			message:
				status === 400
					? `PagerDuty does not know this Integration Key (${said}). Copy it again from the service, and check the Region`
					: `PagerDuty answered with an error: ${said}. Try again in a minute`,
		};
	} catch (error) {
		return { status: 'Error', message: error instanceof Error ? error.message : String(error) };
	}
}
