import type { Box } from '../../../../nodes/PagerDuty/report/pdf/page/box';
import { flow } from '../../../../nodes/PagerDuty/report/pdf/page/flow';
import { papers } from '../../../../nodes/PagerDuty/report/pdf/page/paper';

/** Pages of exactly 100 points. */
const BOTTOM = papers.a4.top + 100;

/** What stands where: `page: name at top`, counted from where pages begin. */
function place(...boxes: Array<Partial<Box> & { name: string }>) {
	const drawn: Array<[object, string]> = [];
	const drawable = ({ name, height = 30, ...more }: (typeof boxes)[number]): Box => ({
		...more,
		height,
		draw: (page, top) => void drawn.push([page, `${name} at ${top - papers.a4.top}`]),
	});
	const repeated = drawable({ name: 'head', height: 10 });
	const all = boxes.map((box) => drawable({ ...box, repeated: box.repeated && repeated }));
	const { pages, bookmarks } = flow(all, papers.a4, BOTTOM);
	const placed = pages.map((page) => drawn.filter(([on]) => on === page).map(([, what]) => what));
	return { placed, bookmarks };
}

const repeated: Box = { height: 0, draw: () => {} };

describe('boxes on pages', () => {
	it('stand below each other, and on the next page where there is no room', () => {
		const { placed } = place({ name: 'a', height: 60 }, { name: 'b', height: 40 }, { name: 'c' });

		expect(placed).toEqual([['a at 0', 'b at 60'], ['c at 0']]);
	});

	it('have space above, but not where they begin a page', () => {
		const { placed } = place({ name: 'a', height: 50 }, { name: 'b', space: 10 }, { name: 'c', space: 20 });

		expect(placed).toEqual([['a at 0', 'b at 60'], ['c at 0']]);
	});

	it('go to the next page together where they belong together', () => {
		const kept = { keepsWithNext: true };
		const { placed } = place(
			{ name: 'a', height: 60 },
			{ name: 'title', ...kept, height: 20 },
			{ name: 'row' },
		);

		expect(placed).toEqual([['a at 0'], ['title at 0', 'row at 20']]);
	});

	it('that belong together and fit on no page begin where they are', () => {
		const kept = { keepsWithNext: true, height: 40 };
		const { placed } = place({ name: 'a' }, { name: 'b', ...kept }, { name: 'c', ...kept }, { name: 'd' });

		expect(placed).toEqual([
			['a at 0', 'b at 30'],
			['c at 0', 'd at 40'],
		]);
	});

	it('have the head of their table above them on a new page, and nowhere else', () => {
		const row = { repeated, height: 45 };
		const { placed } = place({ name: 'r1', ...row }, { name: 'r2', ...row }, { name: 'r3', ...row });

		expect(placed).toEqual([
			['r1 at 0', 'r2 at 45'],
			['head at 0', 'r3 at 10'],
		]);
	});

	it('are where their bookmarks lead', () => {
		const { bookmarks } = place({ name: 'a', height: 90 }, { name: 'b', bookmark: 'Chapter' });

		expect(bookmarks).toEqual([{ name: 'Chapter', page: 1, top: papers.a4.top }]);
	});

	it('are one page when there are none', () => {
		expect(place().placed).toEqual([[]]);
	});
});
