import { isNodeApiError } from '../../../api/nodeErrors';
import type { CredentialFacts } from '../../../api/credentialFacts';
import type { Observed } from '../../../api/traffic';
import { concern, fine, notFoundOut, type Line, type Settled } from './line';

/** Milliseconds; PagerDuty answers such requests in a fraction of that. */
const slow = 3_000;

/** Whether PagerDuty answered, be it with a refusal. */
const isAnswered = (one: Settled<unknown>) => 'result' in one || /^4/.test(codeOf(one.error));

const codeOf = (error: Error) => (isNodeApiError(error) ? (error.httpCode ?? '') : '');

/** Whether PagerDuty can be reached, and how fast. */
export function connectionLine(requests: ReadonlyArray<Settled<unknown>>, { responseTime }: Observed): Line {
	const [first] = requests.flatMap((one) => ('error' in one ? [one.error] : []));
	if (!requests.some(isAnswered) && first) return notFoundOut('connection', first);
	const took = Math.round(responseTime ?? 0);
	const facts = { response_time_ms: took };
	if (took <= slow) return fine('connection', `PagerDuty answered in ${took} ms`, facts);
	return concern(
		'warning',
		'connection',
		`PagerDuty answers slowly: in ${took} ms`,
		'See status.pagerduty.com, and check the network of this n8n.',
		facts,
	);
}

/** Whether the account is where the credential says. A key of another region is refused like one that was revoked. */
export function regionLine(
	requests: ReadonlyArray<Settled<unknown>>,
	{ region, baseUrl }: CredentialFacts,
): Line {
	const place = region === 'custom' ? `the base URL ${baseUrl}` : `the region ${region.toUpperCase()}`;
	const facts = { region, base_url: baseUrl };
	const isAccepted = requests.some(
		(one) => isAnswered(one) && !('error' in one && codeOf(one.error) === '401'),
	);
	if (isAccepted) return fine('region', `The account is found at ${place}`, facts);
	return concern(
		'warning',
		'region',
		`Whether the account is at ${place} cannot be told: no request was accepted`,
		'Set the Region of the credential to EU if the address of your PagerDuty contains .eu., otherwise to US.',
		facts,
	);
}
