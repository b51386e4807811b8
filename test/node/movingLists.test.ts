import type { IDataObject } from 'n8n-workflow';

import { dice } from '../support/dice';
import { listServer, rows } from './listServer';
import { runNode } from './pagerDutyNode';

type Move = (all: IDataObject[], request: number) => void;

let made = 0;
const newRow = () => ({ id: `PNEW${made++}` });

/** Reads a list of 700 rows that moves before each answer; gives the IDs read and those of the rows that never left. */
async function read(move: Move, parameters: IDataObject = { returnAll: true }) {
	const all: IDataObject[] = rows(700);
	const atFirst = new Set(all);
	let request = 0;
	listServer(all, { before: () => move(all, request++) }, 'services');
	const { items, error } = await runNode('service.getAll', parameters);
	expect(error).toBeUndefined();
	return {
		ids: items.map(({ json }) => json.id),
		stayed: all.filter((row) => atFirst.has(row)).map(({ id }) => id),
	};
}

/** What of a list is not in another one. */
function missing(expected: unknown[], ids: unknown[]): unknown[] {
	const read = new Set(ids);
	return expected.filter((id) => !read.has(id));
}

const once = (at: number, move: (all: IDataObject[]) => void) => (all: IDataObject[], request: number) => {
	if (request === at) move(all);
};

describe('A list that moves while it is read gives every row that stays once', () => {
	it.each<[string, Move]>([
		['a row of the first page leaves', once(1, (all) => all.splice(3, 1))],
		['many rows that were read leave', once(4, (all) => all.splice(0, 70))],
		['the row that joins two pages leaves', once(1, (all) => all.splice(99, 1))],
		['everything that was read leaves', once(1, (all) => all.splice(0, 100))],
		['rows that are still to come leave', once(1, (all) => all.splice(150, 300))],
		['nearly everything leaves', once(3, (all) => all.splice(0, 690))],
		['a new row comes first', once(1, (all) => all.unshift(newRow()))],
		['as many rows come as leave', once(1, (all) => all.splice(0, 5, ...Array.from({ length: 5 }, newRow)))],
		['a row leaves before each answer', (all) => all.splice(0, 1)],
		['new rows come last before each answer', (all) => all.push(newRow())],
	])('when %s', async (_, move) => {
		const { ids, stayed } = await read(move);
		expect(new Set(ids).size).toBe(ids.length);
		expect(missing(stayed, ids)).toEqual([]);
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 8])('when rows come and go at random (%i)', async (seed) => {
		const roll = dice(seed);
		const { ids, stayed } = await read((all) => {
			for (let leaving = roll(8); leaving > 0; leaving--) all.splice(roll(all.length), 1);
			for (let coming = roll(4); coming > 0; coming--) all.splice(roll(all.length), 0, newRow());
		});
		expect(new Set(ids).size).toBe(ids.length);
		expect(missing(stayed, ids)).toEqual([]);
	});

	it('up to a Limit as well', async () => {
		const { ids, stayed } = await read((all) => all.splice(0, 2), { limit: 300 });
		expect(new Set(ids).size).toBe(300);
		expect(missing(stayed.slice(0, 250), ids)).toEqual([]);
	});
});
