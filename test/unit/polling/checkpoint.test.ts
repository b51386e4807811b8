import {
	advance,
	overlap,
	readFrom,
	type Checkpoint,
} from '../../../nodes/PagerDuty/polling/batches/checkpoint';

const noon = Date.parse('2026-03-02T12:00:00Z');
const minute = 60_000;
const at = (minutes: number, id = `entry ${minutes}`) => ({ id, at: noon + minutes * minute });
const start: Checkpoint = { since: noon, ids: {} };
const idsOf = (found: Array<{ id: string }>) => found.map(({ id }) => id);

describe('a checkpoint', () => {
	it('gives each thing once, in the order of time', () => {
		const found = [at(2), at(1), at(1), at(-3)];
		const { fresh, next } = advance(start, found, noon + 2 * minute);
		expect(idsOf(fresh)).toEqual(['entry -3', 'entry 1', 'entry 2']);
		expect(advance(next, found, noon + 3 * minute).fresh).toEqual([]);
	});

	it('keeps the order in which things of one second were found', () => {
		const { fresh } = advance(start, [at(1, 'a'), at(1, 'c'), at(1, 'b')], noon + minute);
		expect(idsOf(fresh)).toEqual(['a', 'c', 'b']);
	});

	it('gives what shows up late, as long as it is read again', () => {
		const { next } = advance(start, [at(9)], noon + 9 * minute);
		expect(idsOf(advance(next, [at(9), at(0)], noon + 9 * minute).fresh)).toEqual(['entry 0']);
	});

	it('never gives again what is too old to be remembered, whatever PagerDuty lists', () => {
		const { next } = advance(start, [at(0)], noon + 60 * minute);
		expect(next.ids).toEqual({});
		expect(advance(next, [at(0)], noon + 61 * minute).fresh).toEqual([]);
	});

	it('does not give again what was missing from one list and is back in the next', () => {
		const first = advance(start, [at(1)], noon + minute).next;
		const second = advance(first, [], noon + 2 * minute).next;
		expect(advance(second, [at(1)], noon + 3 * minute).fresh).toEqual([]);
	});

	it('never goes back', () => {
		expect(advance(start, [], noon - minute).next.since).toBe(noon);
	});

	it('remembers no more than what is read again', () => {
		const found = Array.from({ length: 120 }, (_, minutes) => at(minutes));
		const { next } = advance(start, found, noon + 119 * minute);
		const remembered = found.filter((each) => each.at >= readFrom(next));
		expect(Object.keys(next.ids)).toEqual(idsOf(remembered));
		expect(remembered).toHaveLength(overlap / minute + 1);
	});

	it('gives once more what was given since an earlier one, and forgets nothing of what came after it', () => {
		const first = advance(start, [at(1)], noon + minute).next;
		const second = advance(first, [at(1), at(2)], noon + 2 * minute).next;
		const { fresh, next } = advance(second, [at(1), at(3)], noon + 3 * minute, { from: start });
		expect(idsOf(fresh)).toEqual(['entry 1', 'entry 3']);
		expect(Object.keys(next.ids)).toEqual(['entry 1', 'entry 2', 'entry 3']);
	});

	it('remembers what it is told to keep for as long as it is told so', () => {
		let checkpoint = advance(start, [at(0, 'breach')], noon).next;
		for (const hours of [1, 2, 3]) {
			checkpoint = advance(checkpoint, [], noon + hours * 60 * minute, {
				kept: ['breach', 'unknown'],
			}).next;
		}
		expect(Object.keys(checkpoint.ids)).toEqual(['breach']);
		expect(advance(checkpoint, [], noon + 240 * minute).next.ids).toEqual({});
	});
});
