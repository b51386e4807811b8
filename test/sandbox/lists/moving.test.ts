import diagnostics from 'node:diagnostics_channel';

import { dice, pick } from '../../support/dice';
import { openDesk, type Desk } from '../../support/operations/desk';
import { idsOf, noRateLimit } from './history';

const requests = diagnostics.channel('http.server.request.start');

/** Reads a list of triggered incidents and lets something happen before each answer. */
async function readWhile(desk: Desk, happens: () => void, parameters: { limit?: number } = {}) {
	const open = () =>
		new Set(desk.sandbox.incidents().flatMap(({ id, status }) => (status === 'triggered' ? id : [])));
	const before = open();
	requests.subscribe(happens);
	try {
		const filters = { statuses: ['triggered'] };
		const returnAll = parameters.limit === undefined;
		const rows = await desk.read('incident:getAll', { returnAll, filters, ...parameters });
		const after = open();
		const ids = idsOf(rows);
		return { ids: new Set(ids), rows: ids.length, stayed: [...before].filter((id) => after.has(id)) };
	} finally {
		requests.unsubscribe(happens);
	}
}

describe('Incidents that are triggered and resolved while the triggered ones are listed', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty', settings: noRateLimit });
	});
	beforeEach(() => desk.sandbox.reset('empty'));
	afterAll(() => desk.sandbox.close());

	/** Now and then before an answer: resolves some incidents anywhere, and triggers others. */
	const turmoil = (seed: number, every = 3) => {
		const roll = dice(seed);
		let request = 0;
		return () => {
			if (request++ % every !== 1) return;
			for (let count = roll(8); count > 0; count--) {
				const { id, status } = pick(roll, desk.sandbox.incidents());
				if (status === 'triggered') desk.sandbox.resolve(id);
			}
			for (let count = roll(6); count > 0; count--) desk.sandbox.trigger();
		};
	};

	it.each([
		[1_500, 3],
		[10_500, 10],
	])('neither lose nor double one of %i that stay triggered', async (count, every) => {
		desk.sandbox.addIncidents(count);
		const { ids, rows, stayed } = await readWhile(desk, turmoil(1, every));
		expect(stayed.length).toBeLessThan(count);
		expect(ids.size).toBe(rows);
		expect(stayed.filter((id) => !ids.has(id))).toEqual([]);
	});

	it('neither lose nor double one up to a Limit', async () => {
		desk.sandbox.addIncidents(1_500);
		const { ids, stayed } = await readWhile(desk, turmoil(2), { limit: 700 });
		expect(ids.size).toBe(700);
		// The newest come first, and `stayed` begins with the oldest.
		const oldest = stayed.findIndex((id) => ids.has(id));
		expect(stayed.slice(oldest).filter((id) => !ids.has(id))).toEqual([]);
	});
});
