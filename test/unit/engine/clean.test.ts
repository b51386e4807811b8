import type { IExecuteFunctions } from 'n8n-workflow';

import { clean } from '../../../nodes/PagerDuty/engine/input/clean';
import { field } from '../../../nodes/PagerDuty/fields/field';

const place = { host: {} as IExecuteFunctions, itemIndex: 0 };

describe('JSON that an expression gives', () => {
	const details = field({ displayName: 'Details', name: 'details', type: 'json', default: '' });

	it('keeps what JSON can hold', () => {
		const given: Record<string, unknown> = { at: new Date(0), count: 2n, nothing: undefined };
		given.self = given;
		expect(clean(place, details, given)).toEqual({ at: '1970-01-01T00:00:00.000Z', count: '2', self: '…' });
	});

	it.each([[new Date(0)], [() => 1], [4711], [true]])('is refused where it is none: %s', (given) => {
		expect(() => clean(place, details, given)).toThrow('must be JSON');
	});
});

describe('Rows that an expression gives for a whole collection of fields', () => {
	const links = field({
		displayName: 'Links',
		name: 'links',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Link',
				name: 'link',
				values: [
					{ displayName: 'Address', name: 'href', type: 'string', required: true, default: '' },
					{ displayName: 'Text', name: 'text', type: 'string', default: '' },
				],
			},
		],
	});
	const rows = [{ href: 'https://example.com/1', text: 'One' }, { href: 'https://example.com/2' }];

	it.each<[string, unknown]>([
		['what a form holds', { link: rows }],
		['a list', rows],
		['JSON text', JSON.stringify(rows)],
		['JSON text of what a form holds', JSON.stringify({ link: rows })],
	])('may be %s', (_, given) => {
		expect(clean(place, links, given)).toEqual(rows);
	});

	it.each<[string, unknown]>([
		['one row', rows[0]],
		['one row in the group', { link: rows[0] }],
	])('may be %s', (_, given) => {
		expect(clean(place, links, given)).toEqual([rows[0]]);
	});

	it.each([[undefined], [null], [''], [{}], [[]], [{ link: null }], [{ link: [] }], [[{}]]])(
		'are left out where it gives none: %j',
		(given) => {
			expect(clean(place, links, given)).toBeUndefined();
		},
	);

	it.each([['https://example.com'], [4711], [true], [[1]], [{ address: 'https://example.com' }]])(
		'are refused where they are no rows: %j',
		(given) => {
			expect(() => clean(place, links, given)).toThrow('must hold rows of fields with their values');
		},
	);
});
