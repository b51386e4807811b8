import { linkTarget } from '../../../../nodes/PagerDuty/report/pdf/blocks/linkTarget';

describe('links of a report', () => {
	it('lead to web addresses, in letters that a PDF can hold', () => {
		expect(linkTarget('https://acme.pagerduty.com/incidents/Q1?a=(b)')).toBe(
			'https://acme.pagerduty.com/incidents/Q1?a=(b)',
		);
		expect(linkTarget('http://bücher.example/ä ö')).toBe('http://xn--bcher-kva.example/%C3%A4%20%C3%B6');
	});

	it.each([
		'javascript:alert(1)',
		'file:///etc/passwd',
		'data:text/html,x',
		'/incidents',
		'no address',
		'',
		undefined,
	])('never lead to %p', (url) => {
		expect(linkTarget(url)).toBeUndefined();
	});
});
