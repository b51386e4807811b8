import { apiBaseUrl, eventsBaseUrl } from '../../../nodes/PagerDuty/api/region';

describe('The address of a region', () => {
	it("is PagerDuty's own for US and EU, whatever stands in the hidden Base URL", () => {
		expect(apiBaseUrl('us', 'https://old.example.com')).toBe('https://api.pagerduty.com');
		expect(apiBaseUrl('eu')).toBe('https://api.eu.pagerduty.com');
		expect(eventsBaseUrl('us')).toBe('https://events.pagerduty.com');
		expect(eventsBaseUrl('eu')).toBe('https://events.eu.pagerduty.com');
	});

	it.each([
		['https://proxy.example.com', 'https://proxy.example.com'],
		[' https://proxy.example.com/// ', 'https://proxy.example.com'],
		['https://proxy.example.com:8443/pd/', 'https://proxy.example.com:8443/pd'],
		['http://localhost:8080', 'http://localhost:8080'],
		['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
		['http://127.8.8.8', 'http://127.8.8.8'],
		['http://[::1]:8080', 'http://[::1]:8080'],
	])('may be the custom %j', (baseUrl, address) => {
		expect(apiBaseUrl('custom', baseUrl)).toBe(address);
		expect(eventsBaseUrl('custom', baseUrl)).toBe(address);
	});

	it.each([
		[undefined, 'is not a URL'],
		['', 'is not a URL'],
		['proxy.example.com', 'is not a URL'],
		['http://proxy.example.com', 'must start with https://'],
		['http://127.0.0.1.example.com', 'must start with https://'],
		['http://localhost.example.com', 'must start with https://'],
		['http://10.0.0.1', 'must start with https://'],
		['ftp://proxy.example.com', 'must start with https://'],
		['javascript:alert(1)', 'must start with https://'],
		['https://user:word@proxy.example.com', 'holds more than an address'],
		['https://proxy.example.com?token=1', 'holds more than an address'],
		['https://proxy.example.com/#here', 'holds more than an address'],
	])('may not be the custom %j', (baseUrl, words) => {
		expect(() => apiBaseUrl('custom', baseUrl)).toThrow(words);
	});
});
