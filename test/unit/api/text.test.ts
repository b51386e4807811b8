import { lengthOf, truncate } from '../../../nodes/PagerDuty/api/text';

describe('a text that has a limit', () => {
	test('is left alone when it fits, emoji counted as one character each', () => {
		const emoji = '🔥'.repeat(600);
		expect(lengthOf(emoji)).toBe(600);
		expect(truncate(emoji, 1024)).toBe(emoji);
	});

	test('is cut to exactly the limit and ends in …', () => {
		expect(truncate('abcdef', 4)).toBe('abc…');
		expect(lengthOf(truncate('x'.repeat(2_000), 1024))).toBe(1024);
	});

	test('is never cut inside a character that people see', () => {
		expect(truncate('ab🇩🇪cd', 4)).toBe('ab…');
		expect(truncate('ab👨‍👩‍👧cd', 5)).toBe('ab…');
		expect(truncate('abc🔥🔥', 4)).toBe('abc…');
		expect(truncate('abé́xyz', 4)).toBe('ab…');
	});

	test('does not end in a space before the …', () => {
		expect(truncate('disk is full', 6)).toBe('disk…');
	});
});
