import { detailsOf } from '../../../nodes/PagerDuty/fields/customDetails';
import { countIn, linesOf } from '../../../nodes/PagerDuty/operations/event/customerQuotes';

describe('Quotes of customers', () => {
	it.each([
		[{ text: 'Charged twice' }, '“Charged twice”'],
		[{ text: 'Charged twice', who: 'Jane' }, '“Charged twice” – Jane'],
		[
			{ text: 'Charged twice', where: 'ticket 4711', link: 'https://example.com/4711' },
			'“Charged twice” – ticket 4711, https://example.com/4711',
		],
	])('read as people write them: %j', (quote, line) => {
		expect(linesOf([quote])).toEqual([line]);
	});

	it.each([
		[undefined, ''],
		[[{}], ' (1 customer quote)'],
		[[{}, {}], ' (2 customer quotes)'],
	])('are counted behind the summary: %j', (customerQuotes, text) => {
		expect(countIn({ customerQuotes })).toBe(text);
	});
});

describe('Custom details', () => {
	it('are the JSON, with the rows and quotes added', () => {
		const given = {
			customDetailsJson: { disk: { free: 1 }, host: 'db-1' },
			customDetails: [{ name: 'host', value: 'db-2' }, { name: 'empty' }],
		};
		expect(detailsOf(given, { 'Full summary': 'All of it', none: undefined })).toEqual({
			disk: { free: 1 },
			host: 'db-2',
			empty: '',
			'Full summary': 'All of it',
		});
	});

	it('are left out where there are none', () => {
		expect(detailsOf({})).toBeUndefined();
	});
});
