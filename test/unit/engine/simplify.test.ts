import { simplify } from '../../../nodes/PagerDuty/engine/simplify';

describe('Simplify', () => {
	it('keeps the named properties in their order and drops the rest', () => {
		const simple = simplify({ c: 3, b: null, a: 1, self: 'x' }, ['a', 'b', 'missing', 'c']);
		expect(Object.entries(simple)).toEqual([
			['a', 1],
			['b', null],
			['c', 3],
		]);
	});

	it('shortens references to what names them', () => {
		const service = {
			id: 'P1',
			type: 'service_reference',
			summary: 'Mail',
			self: 'x',
			html_url: 'y',
			name: 'z',
		};
		expect(simplify({ service }, ['service'])).toEqual({
			service: { id: 'P1', summary: 'Mail', html_url: 'y' },
		});
	});

	it('keeps included objects whole, without type and self, however deep', () => {
		const team = {
			id: 'P2',
			type: 'team',
			self: 'x',
			name: 'Post',
			parent: { id: 'P3', type: 'team_reference', self: 'x' },
		};
		expect(simplify({ teams: [team, 'text', null] }, ['teams'])).toEqual({
			teams: [{ id: 'P2', name: 'Post', parent: { id: 'P3' } }, 'text', null],
		});
	});

	it('leaves the original untouched', () => {
		const object = { service: { id: 'P1', type: 'service_reference', self: 'x' } };
		simplify(object, ['service']);
		expect(object).toEqual({ service: { id: 'P1', type: 'service_reference', self: 'x' } });
	});
});
