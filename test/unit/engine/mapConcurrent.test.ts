import { mapConcurrent } from '../../../nodes/PagerDuty/engine/mapConcurrent';

const later = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('A window over items', () => {
	it.each([1, 3, 10])('%i wide gives the results in the order of the items', async (width) => {
		const results = await mapConcurrent([5, 1, 4, 2, 3], width, async (item) => {
			await later(item);
			return item * 10;
		});
		expect(results).toEqual([50, 10, 40, 20, 30]);
	});

	it('of nothing gives nothing', async () => {
		expect(await mapConcurrent([], 5, async (item) => item)).toEqual([]);
	});

	it('begins nothing new after a failure, waits for what is under way, and throws the first one in order', async () => {
		const begun: number[] = [];
		const ended: number[] = [];
		const work = async (item: number) => {
			begun.push(item);
			await later(item === 0 ? 10 : 1);
			ended.push(item);
			throw new Error(`item ${item}`);
		};
		await expect(mapConcurrent([0, 1, 2, 3, 4], 2, work)).rejects.toThrow('item 0');
		expect(begun).toEqual([0, 1]);
		expect(ended).toEqual([1, 0]);
	});
});
