import {
	compare,
	isInOrder,
	mayBeStoredElsewhere,
	type Desired,
} from '../../../nodes/PagerDuty/webhook/subscription/compare';

const url = 'https://n8n.example.com/webhook/a0b1c2d3/webhook';
const mark = '(workflow aB3)';

const desiredFor = (...services: string[]): Desired => ({
	url,
	mark,
	events: ['incident.triggered', 'incident.resolved'],
	subscriptions: services.map((id) => ({
		key: `service:${id}`,
		filter: { type: 'service_reference', id },
	})),
});

/** A subscription to one service that is as it should be. */
const actual = (id: string, service: string, changes: object = {}) => ({
	id,
	active: true,
	description: `n8n: Page people ${mark}`,
	delivery_method: { url },
	events: ['incident.resolved', 'incident.triggered'],
	filter: { type: 'service_reference', id: service },
	...changes,
});

const stored = (entries: Record<string, string>, secret?: string) =>
	new Map(Object.entries(entries).map(([service, id]) => [`service:${service}`, { id, secret }]));

const ids = (subscriptions: ReadonlyArray<{ id: string }>) => subscriptions.map(({ id }) => id);

/** A comparison in few words. */
function found(...given: Parameters<typeof compare>) {
	const { kept, stale, missing, lost, orphans, unknown } = compare(...given);
	return {
		kept: ids([...kept.values()]),
		stale: ids(stale),
		missing: missing.map(({ key }) => key),
		lost: ids(lost),
		orphans: ids(orphans),
		unknown: ids(unknown),
	};
}

const nothing = { kept: [], stale: [], missing: [], lost: [], orphans: [], unknown: [] };

describe('what PagerDuty has is compared with what is desired and stored:', () => {
	const one = desiredFor('S1');
	const known = stored({ S1: 'P1' }, 'secret');

	it('what is as it should be is kept', () => {
		expect(found(one, known, [actual('P1', 'S1')])).toEqual({ ...nothing, kept: ['P1'] });
		expect(isInOrder(compare(one, known, [actual('P1', 'S1')]))).toBe(true);
	});

	it.each([
		['switched off', { active: false }],
		['disabled', { delivery_method: { url, temporarily_disabled: true } }],
		['of other events', { events: ['incident.triggered'] }],
	])('what is %s is kept and stale', (_, changes) => {
		const there = [actual('P1', 'S1', changes)];
		expect(found(one, known, there)).toEqual({ ...nothing, kept: ['P1'], stale: ['P1'] });
		expect(isInOrder(compare(one, known, there))).toBe(false);
	});

	it('what is not there is missing', () => {
		expect(found(one, known, [])).toEqual({ ...nothing, missing: ['service:S1'] });
	});

	it.each([
		['its secret is not stored', stored({ S1: 'P1' })],
		['nothing about it is stored', stored({})],
		['another one is stored', stored({ S1: 'P0' }, 'secret')],
	])('what is ours is lost when %s', (_, entries) => {
		expect(found(one, entries, [actual('P1', 'S1')])).toEqual({
			...nothing,
			missing: ['service:S1'],
			lost: ['P1'],
		});
	});

	it('what is ours is an orphan when it is a second one, or for something that is not desired', () => {
		const there = [actual('P1', 'S1'), actual('P2', 'S1'), actual('P3', 'S3')];
		expect(found(one, known, there)).toEqual({ ...nothing, kept: ['P1'], orphans: ['P2', 'P3'] });
		expect(isInOrder(compare(one, known, there))).toBe(false);
	});

	it('all of ours are orphans when nothing is desired', () => {
		const there = [actual('P1', 'S1'), actual('P2', 'S2')];
		expect(found(desiredFor(), stored({}), there)).toEqual({ ...nothing, orphans: ['P1', 'P2'] });
	});

	it.each([
		['sends elsewhere', { delivery_method: { url: 'https://other.example.com/' } }],
		['sends nowhere', { delivery_method: {} }],
		['names another workflow, and would have to be changed', { description: 'Mine', active: false }],
	])('what is stored and %s is unknown, and its place is empty', (_, changes) => {
		expect(found(one, known, [actual('P1', 'S1', changes)])).toEqual({
			...nothing,
			missing: ['service:S1'],
			unknown: ['P1'],
		});
	});

	it('one whose description somebody changed is kept while nothing has to be changed', () => {
		const there = [actual('P1', 'S1', { description: 'Mine' })];
		expect(found(one, known, there)).toEqual({ ...nothing, kept: ['P1'] });
	});

	it('what others made is in no list, not even with our address or our mark', () => {
		const there = [
			actual('P7', 'S1', { description: 'made by hand' }),
			actual('P8', 'S1', { delivery_method: { url: 'https://other.example.com/' } }),
			actual('P9', 'S1', { description: null, delivery_method: {} }),
			actual('P10', 'S1', { description: null }),
			actual('P11', 'S1', { description: undefined }),
		];
		expect(found(desiredFor(), stored({}), there)).toEqual(nothing);
	});
});

describe('another process may store the secret of what is lost here,', () => {
	const may = (...given: Parameters<typeof compare>) =>
		mayBeStoredElsewhere(given[0], given[1], compare(...given));
	const one = desiredFor('S1');
	const before = stored({ S1: 'P0' }, 'secret');

	it('when it is the only one in place of one whose secret is stored', () => {
		expect(may(one, before, [actual('P1', 'S1')])).toBe(true);
		expect(may(one, stored({ S1: 'P1' }, 'secret'), [actual('P1', 'S1')])).toBe(true);
	});

	it.each([
		['there are two', before, [actual('P1', 'S1'), actual('P2', 'S1')]],
		['there is none', before, []],
		['something else has to be deleted', before, [actual('P1', 'S1'), actual('P2', 'S2')]],
		['no secret is stored', stored({ S1: 'P0' }), [actual('P1', 'S1')]],
		['nothing is stored', stored({}), [actual('P1', 'S1')]],
	])('but not when %s', (_, entries, there) => {
		expect(may(one, entries, there)).toBe(false);
	});
});
