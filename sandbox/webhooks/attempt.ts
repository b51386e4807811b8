import axios from 'axios';
import type { Delivery, Subscription } from '../world/entities';

type Result = Pick<Delivery, 'status' | 'error' | 'outcome'>;

/** 2xx: taken. 429, 5xx, redirects and no answer at all: again later. Any other 4xx: given up. */
function outcomeOf(status: number): Delivery['outcome'] {
	if (status >= 200 && status < 300) return 'delivered';
	return status >= 400 && status < 500 && status !== 429 ? 'dropped' : 'retrying';
}

/** An encryption that fails will fail again; a certificate that has expired may be renewed. */
const isLastingFault = (code: string) =>
	code !== 'CERT_HAS_EXPIRED' && /TLS|SSL|CERT|SIGNATURE|EPROTO/.test(code);

/** Sends one attempt and says how it went; a receiver that fails is a result, not an error. */
export async function attempt(
	subscription: Subscription,
	delivery: Delivery,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<Result> {
	const custom = Object.fromEntries(subscription.customHeaders.map(({ name, value }) => [name, value]));
	try {
		const { status } = await axios.post<unknown>(delivery.url, delivery.body, {
			headers: {
				...custom,
				'Content-Type': 'application/json',
				'User-Agent': 'PagerDuty-Webhook/V3.0',
				'X-PagerDuty-Signature': delivery.signature,
				'X-Webhook-Id': delivery.webhookId,
				'X-Webhook-Subscription': delivery.subscriptionId,
			},
			// The body is signed as it stands: it must not be written anew.
			transformRequest: (body: unknown) => body,
			// Axios' own limit does not cover a receiver that accepts and stays silent while connecting.
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
			timeout: timeoutMs,
			maxRedirects: 0,
			proxy: false,
			responseType: 'text',
			validateStatus: () => true,
		});
		return { status, error: null, outcome: outcomeOf(status) };
	} catch (error) {
		const timedOut = axios.isCancel(error) || (axios.isAxiosError(error) && error.code === 'ECONNABORTED');
		const reason = axios.isAxiosError(error) ? (error.code ?? error.message) : String(error);
		return {
			status: null,
			error: timedOut ? `no answer within ${timeoutMs} ms` : reason,
			outcome: isLastingFault(reason) ? 'dropped' : 'retrying',
		};
	}
}
