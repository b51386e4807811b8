import { path } from '../../../nodes/PagerDuty/api/path';

describe('A request path', () => {
	it.each([
		['PABC123', '/incidents/PABC123/notes'],
		[' PABC123\n', '/incidents/PABC123/notes'],
		['a/b', '/incidents/a%2Fb/notes'],
		['../users', '/incidents/..%2Fusers/notes'],
		['%2e%2e', '/incidents/%252e%252e/notes'],
		['a?b#c', '/incidents/a%3Fb%23c/notes'],
		['a\\b', '/incidents/a%5Cb/notes'],
		['...', '/incidents/.../notes'],
		['🔥', '/incidents/%F0%9F%94%A5/notes'],
	])('holds the value %j as one segment', (value, expected) => {
		const built = path`/incidents/${value}/notes`;
		expect(built).toBe(expected);
		expect(new URL(built, 'https://api.pagerduty.com').pathname).toBe(expected);
	});

	it.each(['', '  ', '.', '..', ' .. '])('refuses %j, which would climb or vanish', (value) => {
		expect(() => path`/incidents/${value}`).toThrow('is not an ID. PagerDuty IDs look like PABC123');
	});

	it('without values is what it says', () => {
		expect(path`/users/me`).toBe('/users/me');
	});
});
