import type { IHttpRequestOptions } from 'n8n-workflow';

import { PagerDutyTokenApi } from '../../../credentials/PagerDutyTokenApi.credentials';

const { authenticate } = new PagerDutyTokenApi();
const url = 'https://api.pagerduty.com';

/** Whether n8n's HTTP Request node may send this with a read-only credential. */
const isSigned = async (method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT', path: string) =>
	await authenticate(
		{ apiToken: 'y_NbAkKc66ryYTWUXYEu', access: 'readOnly' },
		{ url: url + path, method },
	).then(
		({ headers }) => headers?.Authorization !== undefined,
		() => false,
	);

describe("n8n's HTTP Request node with a read-only PagerDuty Token API credential", () => {
	it.each([
		['GET', '/incidents'],
		['POST', '/analytics/metrics/incidents/all'],
		['POST', '/analytics/raw/incidents'],
		['POST', '/templates/PABC123/render?x=1'],
		['POST', '/schedules/preview'],
	] as const)('may send what only reads: %s %s', async (method, path) => {
		expect(await isSigned(method, path)).toBe(true);
	});

	it.each([
		['POST', '/incidents'],
		['PUT', '/incidents'],
		['DELETE', '/services/PABC123'],
		['PATCH', '/incidents/PABC123'],
		['POST', '/incidents?like=/analytics/raw/incidents'],
		['POST', '/analytics/raw/../../incidents'],
		['POST', '/analytics/raw/%2e%2e/%2e%2e/incidents'],
		['POST', '/incidents#/schedules/preview'],
		['PUT', '/analytics/raw/incidents'],
		['POST', '/analytics/raw/%2fincidents'],
	] as const)('sends nothing else: %s %s', async (method, path) => {
		expect(await isSigned(method, path)).toBe(false);
	});

	it('is asked about the address under the name that the HTTP Request node gives it', async () => {
		const sent = async (uri: string) => {
			const options: object = { uri, method: 'POST' };
			return await authenticate({ apiToken: 'x', access: 'readOnly' }, options as IHttpRequestOptions);
		};
		await expect(sent(`${url}/incidents`)).rejects.toThrow('is read-only');
		expect(await sent(`${url}/analytics/raw/incidents`)).toMatchObject({
			headers: { Authorization: 'Token token=x' },
		});
	});

	it('is asked about the address as a whole, also where it comes in two parts', async () => {
		const options = { baseURL: url, url: '/incidents', method: 'POST' } as const;
		await expect(authenticate({ apiToken: 'x', access: 'readOnly' }, options)).rejects.toThrow(
			'is read-only',
		);
	});
});
