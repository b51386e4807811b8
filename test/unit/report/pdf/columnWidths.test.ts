import { columnWidths } from '../../../../nodes/PagerDuty/report/pdf/blocks/columnWidths';

describe('widths of the columns of a table', () => {
	it('are what the texts need, and a share of what is left', () => {
		expect(columnWidths([50, 20, 30], [4, 1, 1], 160)).toEqual([90, 30, 40]);
	});

	it('are what short texts need, and alike for long ones, where room is short', () => {
		expect(columnWidths([400, 20, 300, 30], [1, 1, 1, 1], 250)).toEqual([100, 20, 100, 30]);
	});

	it('are alike where all texts are too long', () => {
		expect(columnWidths([500, 900], [4, 1], 100)).toEqual([50, 50]);
	});

	it('are together as wide as the table, whatever is in it', () => {
		for (let seed = 1; seed < 200; seed++) {
			const needed = Array.from({ length: (seed % 9) + 1 }, (_, at) => (seed * 37 * (at + 1)) % 211);
			const widths = columnWidths(
				needed,
				needed.map(() => 1),
				480,
			);

			expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480, 6);
			expect(widths.every((width) => width >= 0)).toBe(true);
		}
	});
});
