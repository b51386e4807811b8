import { runInNewContext } from 'node:vm';

import { compile } from '../../../nodes/PagerDuty/incidentFilters/regularExpression/match';

const texts = [
	'',
	'a',
	'aab',
	'DB-42: disk is full',
	'api-7 timed out\nafter 30 s',
	'Kü\u{1F525}che #rca',
	'x'.repeat(40),
	'[P1] Checkout (eu-west-1) is down!',
];

/** @throws when it takes 20 seconds, which any machine needs only for what would not end at all */
const unlessEndless = (work: () => unknown): unknown =>
	runInNewContext('work()', { work }, { timeout: 20_000 });

describe('a regular expression', () => {
	it.each([
		'a',
		'^a',
		'b$',
		'^$',
		'^(db|api)-\\d+',
		'(?:disk|memory) is',
		'\\bis\\b',
		'\\Bs\\b',
		'a{2}b',
		'a{1,2}$',
		'^x{40}$',
		'x{41,}',
		'(?<who>api|db)',
		'[^\\w\\s]$',
		'\\p{L}ü.che',
		'\\u{1F525}',
		'\\uD83D\\uDD25',
		'\\[p1\\]',
		'[\\]\\[]',
		'colou?r|CHECKOUT',
		'(a|aa)+b',
		'(a*)*b',
		'(|a)b',
		'out.after',
		'\\(eu-(west|east)-\\d\\)',
		'a+?b',
		'a{0}api',
	])('%s finds what JavaScript finds', (source) => {
		const matches = compile(source);
		const expected = texts.map((text) => new RegExp(source, 'isu').test(text));
		expect(texts.map(matches)).toEqual(expected);
	});

	it.each(['(a+)+$', '^(a|a)*$', '(a|aa)+$', '(.*a){12}$', '^(([a-z])+.)+[A-Z]([a-z])+$', 'a*a*a*a*a*a*c'])(
		'%s, which takes JavaScript years, comes to an end with a long text',
		(source) => {
			const matches = compile(source);
			expect(unlessEndless(() => matches('a'.repeat(5_000) + '!'))).toBe(false);
		},
	);

	it.each([
		['(', /is not a valid regular expression: Unterminated group/],
		['[a-', /is not a valid regular expression/],
		['a**', /is not a valid regular expression: Nothing to repeat/],
		['/disk/i', /without the slashes/],
		['a(?=b)', /does not support/],
		['(?<!a)b', /does not support/],
		['(a)\\1', /uses "\\1"/],
		['(?<n>a)\\k<n>', /does not support/],
		['a{1000}', /is too long, or repeats too much/],
		['((a{99}){99}){99}', /is too long, or repeats too much/],
	])('%s is refused, and it says why', (source, reason) => {
		expect(() => compile(source)).toThrow(reason);
	});
});
