import { UserError } from 'n8n-workflow';

/** Where an account lives. `custom` is for the sandbox and proxies and needs a base URL. */
export type Region = 'us' | 'eu' | 'custom';

export const apiHosts = { us: 'https://api.pagerduty.com', eu: 'https://api.eu.pagerduty.com' } as const;
export const eventsHosts = {
	us: 'https://events.pagerduty.com',
	eu: 'https://events.eu.pagerduty.com',
} as const;

/** The REST address of a credential's region, without a slash at its end. */
export const apiBaseUrl = (region: Region, baseUrl?: string) => regionUrl(apiHosts, region, baseUrl);

/** The Events API address of a credential's region, without a slash at its end. */
export const eventsBaseUrl = (region: Region, baseUrl?: string) => regionUrl(eventsHosts, region, baseUrl);

/** @throws UserError when a custom base URL is missing, malformed, or would send the key unencrypted over a network. */
function regionUrl(hosts: Record<'us' | 'eu', string>, region: Region, baseUrl = ''): string {
	if (region !== 'custom') return hosts[region];
	if (!URL.canParse(baseUrl.trim())) {
		throw new UserError('The Base URL of the PagerDuty credential is not a URL', {
			description: 'Enter something like https://pagerduty.example.com, or choose the region US or EU.',
		});
	}
	const url = new URL(baseUrl.trim());
	if (url.username || url.password || url.search || url.hash) {
		throw new UserError('The Base URL of the PagerDuty credential holds more than an address', {
			description: 'Leave out user names, passwords, "?" and "#": the key has its own field.',
		});
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		throw new UserError('The Base URL of the PagerDuty credential must start with https://', {
			description:
				'Plain http:// would send the key readable over the network. It is allowed for localhost only.',
		});
	}
	return url.href.replace(/\/+$/, '');
}

const isLoopback = (hostname: string) =>
	hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
